package io.encord4j.fake.internal.rpc;

import static io.encord4j.fake.internal.rpc.RpcClient.json;
import static io.encord4j.fake.internal.rpc.RpcClient.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.internal.rpc.RpcClient.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Sixty-four clients of both generations change one dataset at the same time. Afterwards everything adds up: what each was
 * told to have made is there unless it was deleted, no id came twice, and nobody's last word was lost.
 */
@Timeout(180)
class MixedOperationsTest {

    private static final int THREADS = 64;
    private static final int ROUNDS = 6;

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.newWorld();
    private final FakeUser alice = world.newUser("alice@example.com");
    private final FakeDataset dataset = world.newDataset(
            alice,
            "Films",
            IntStream.range(0, THREADS / 2).mapToObj(i -> "shared-" + i).toArray(String[]::new));
    private final RpcClient key = RpcClient.key(server, dataset.apiKey(), dataset.hash());
    private final RpcClient member = RpcClient.modern(server, alice, dataset.hash());
    private final RpcClient user = RpcClient.user(server, alice);
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Set<String> masterKeys = ConcurrentHashMap.newKeySet();

    @AfterEach
    void close() {
        server.close();
    }

    /** What a thread leaves behind: the rows that must be there, with their titles. */
    private record Left(Map<String, String> rows, int deleted) {}

    @Test
    void loseNothingRepeatNoIdAndAddUp() throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Left>> all = new ArrayList<>();
        try {
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                all.add(threads.submit(() -> {
                    start.await(60, TimeUnit.SECONDS);
                    return work(number);
                }));
            }
            Map<String, String> expected = sharedTitles();
            int deleted = 0;
            for (Future<Left> left : all) {
                expected.putAll(left.get().rows());
                deleted += left.get().deleted();
            }
            assertThat(deleted).isPositive();
            check(expected);
        } finally {
            threads.shutdownNow();
        }
    }

    private void check(Map<String, String> expected) {
        List<Map<String, @Nullable Object>> rows = rows();
        assertThat(rows.stream().collect(Collectors.toMap(row -> row.get("data_hash"), row -> row.get("data_title"))))
                .isEqualTo(expected);
        for (int i = 0; i < THREADS / 2; i++) {
            String shared = dataset.rows().get(i);
            assertThat(rows.stream().filter(row -> shared.equals(row.get("data_hash"))))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("client_metadata"))
                            .as("the other writer's last word")
                            .isEqualTo(Map.of("round", (long) ROUNDS - 1)));
        }
        assertThat(masterKeys).hasSize(1);
        assertThat(user.call("datasetapikey", "GET", "null", "{\"dataset_hash\": " + quoted(dataset.hash()) + "}")
                        .objects())
                .extracting(made -> made.get("key_hash"))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(THREADS * ROUNDS);
        assertThat(world.journal().entries())
                .extracting(entry -> entry.sequence())
                .doesNotHaveDuplicates();
        Invariants.check(Internals.state(world));
    }

    /** Even threads write the titles of the shared rows, odd ones their metadata. */
    private Map<String, String> sharedTitles() {
        Map<String, String> titles = new ConcurrentHashMap<>();
        dataset.rows().forEach(row -> titles.put(row, "title " + (ROUNDS - 1)));
        return titles;
    }

    private Left work(int thread) {
        Map<String, String> kept = new ConcurrentHashMap<>();
        int deleted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            writeShared(thread, round);
            String row = round % 2 == 0 ? uploadByKey(thread) : addPrivate(thread, round);
            fresh("row " + row);
            kept.put(row, rename(row, thread + "/" + round));
            fresh("task "
                    + member.call("reencodevideotask", "PUT", "null", "{\"data_hash\": [" + quoted(row) + "]}")
                            .response());
            fresh("key "
                    + user.call(
                                    "datasetapikey",
                                    "POST",
                                    "null",
                                    "{\"dataset_hash\": " + quoted(dataset.hash())
                                            + ", \"title\": \"\", \"scopes\": [\"dataset.read\"]}")
                            .text("api_key"));
            masterKeys.add(
                    user.call("datasetapikey", "PUT", "null", "{\"dataset_hash\": " + quoted(dataset.hash()) + "}")
                            .text("api_key"));
            if (round % 3 == 2) {
                kept.remove(row);
                deleted++;
                assertThat(key.call("video", "DELETE", json(List.of(row, "nobody")), "null")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(listed()).as("rows that this thread left").containsAll(kept.keySet());
        }
        return new Left(kept, deleted);
    }

    private void writeShared(int thread, int round) {
        String row = quoted(dataset.rows().get(thread / 2));
        String payload = thread % 2 == 0
                ? "{\"data_title\": \"title " + round + "\"}"
                : "{\"client_metadata\": {\"round\": " + round + "}}";
        assertThat(member.call("datarow", "POST", row, payload).status()).isEqualTo(200);
    }

    private String uploadByKey(int thread) {
        Reply signed = key.call("signedvideourl", "GET", quoted("film-" + thread), "null");
        assertThat(key.put(signed.text("signed_url"), Samples.MP4)).isEqualTo(200);
        return key.call("video", "PUT", quoted(signed.text("data_hash")), json(signed.object()))
                .text("data_hash");
    }

    private String addPrivate(int thread, int round) {
        String integration = (String) Objects.requireNonNull(user.call("cloudintegration", "GET", "null", "null")
                .objects()
                .get(0)
                .get("id"));
        String process = member.call(
                        "datasetdatalongpolling",
                        "POST",
                        quoted(dataset.hash()),
                        "{\"files\": {\"videos\": [{\"objectUrl\": \"https://b/" + thread + "/" + round
                                + ".mp4\"}]}, \"integrationId\": " + quoted(integration) + ", \"ignoreErrors\": false}")
                .text("process_hash");
        fresh("job " + process);
        Reply state = member.call(
                "datasetdatalongpolling",
                "GET",
                quoted(dataset.hash()),
                "{\"process_hash\": " + quoted(process) + ", \"timeout_seconds\": 10}");
        return (String) Objects.requireNonNull(JobClient.units(state).get(0).get("data_hash"));
    }

    private String rename(String row, String title) {
        Reply renamed = member.call(
                "video",
                "POST",
                quoted(dataset.hash()),
                "[{\"video_hash\": " + quoted(row) + ", \"title\": " + quoted(title) + "}]");
        assertThat(renamed.status()).isEqualTo(200);
        return title;
    }

    private void fresh(String id) {
        assertThat(ids.add(id)).as(id + " came once").isTrue();
    }

    private Set<Object> listed() {
        return rows().stream().map(row -> row.get("data_hash")).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, @Nullable Object>> rows() {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(member.call(
                        "dataset", "GET", "null", "{\"dataset_access_settings\": {\"fetch_client_metadata\": true}}")
                .object()
                .get("data_rows"));
    }
}
