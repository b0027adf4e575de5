package io.encord4j.fake.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.ReEncodeTask;
import io.encord4j.fake.internal.platform.model.UploadJob;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WorldConcurrencyTest {

    private static final int THREADS = 64;
    private static final int ROUNDS = 40;

    private record Made(List<String> ids, List<Integer> tasks, int rowsAdded, int rowsDeleted) {}

    private final TestPlatform platform = new TestPlatform();

    @Test
    void sixtyFourThreadsLoseNoChangeAndRepeatNoId() throws Exception {
        List<Made> all = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Made>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String name = "thread-" + thread;
                work.add(() -> mixedWork(name));
            }
            for (Future<Made> made : threads.invokeAll(work)) {
                all.add(made.get());
            }
        } finally {
            threads.shutdownNow();
        }

        Set<String> ids = new HashSet<>();
        Set<Integer> tasks = new HashSet<>();
        int rows = 0;
        for (Made made : all) {
            assertThat(made.ids())
                    .allSatisfy(id -> assertThat(ids.add(id)).as(id).isTrue());
            assertThat(made.tasks()).allSatisfy(id -> assertThat(tasks.add(id)).isTrue());
            rows += made.rowsAdded() - made.rowsDeleted();
        }
        assertThat(platform.rows(platform.bucket)).hasSize(rows);
        assertThat(tasks).hasSize(THREADS * ROUNDS).allMatch(id -> id > 0);
        assertThat(platform.world.observe().files().items()).hasSize(rows);
        assertThat(platform.world.observe().datasets()).hasSize(2 + THREADS * ROUNDS);
    }

    private Made mixedWork(String name) {
        List<String> ids = new ArrayList<>();
        List<Integer> tasks = new ArrayList<>();
        int added = 0;
        int deleted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String url = "s3://bucket/" + name + "/" + round;
            UploadJob job = platform.world.update(tx -> UploadJobs.start(
                    Access.open(tx, platform.asAlice, platform.bucket),
                    new UploadRequest(
                            List.of(TestPlatform.single(FakeDataType.VIDEO, url, name)),
                            platform.integration.uuid(),
                            false,
                            false,
                            false,
                            null,
                            null)));
            String row = job.outcome().rows().get(0).dataHash();
            added++;
            ids.addAll(List.of(job.processHash(), row));
            ids.add(platform.dataset(platform.alice, name, FakeStorageLocation.CORD_STORAGE)
                    .hash());
            ReEncodeTask task = platform.world.update(
                    tx -> ReEncoding.start(Access.open(tx, platform.asAlice, platform.bucket), List.of(row)));
            tasks.add(task.id());
            DataRow renamed = platform.world.update(
                    tx -> Rows.update(Access.open(tx, platform.asAlice, platform.bucket), row, "renamed", null));
            assertThat(renamed.title()).isEqualTo("renamed");
            if (round % 2 == 0) {
                platform.world.change(
                        tx -> Rows.delete(Access.open(tx, platform.asAlice, platform.bucket), List.of(row)));
                deleted++;
            }
        }
        return new Made(ids, tasks, added, deleted);
    }
}
