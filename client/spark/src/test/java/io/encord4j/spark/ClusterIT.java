package io.encord4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.ClientOptions;
import io.encord4j.DataRow;
import io.encord4j.EncordUserClient;
import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.UploadPlan;
import io.encord4j.fake.junit.EncordTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EncordTest
@DisplayName("On a cluster, with nothing but the one jar")
final class ClusterIT {
    private static final int FILES = Integer.getInteger("encord4j.cluster.files", 5_000);
    private static final Path CLIENT = Path.of(System.getProperty("encord4j.spark.jar"));
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @BeforeAll
    static void demandJdk() {
        LocalSpark.demandJdk();
    }

    @Test
    void eachFileComesInOnceThoughWorkersTasksAndTheDriverDie(
            FakeEncordServer server, FakeWorld world, FakeUser ada, FakeDataset seeded, @TempDir Path folder)
            throws Exception {
        world.setUploads(new UploadPlan(new Completion.After(Duration.ofSeconds(1)), Map.of()));
        try (StandaloneCluster cluster = StandaloneCluster.start(folder, 2)) {
            Process driver = submit(cluster, server, ada, seeded, folder);
            await(cluster, driver, () -> world.journal().entries("putObject").size() > FILES / 8);
            cluster.firstWorker().destroyForcibly();
            await(
                    cluster,
                    driver,
                    () -> world.journal().entries("startUploadJob").size() > 2);
            driver.destroyForcibly().waitFor();
            int sent = world.journal().entries("putObject").size();

            Process next = submit(cluster, server, ada, seeded, folder);

            assertThat(next.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES)).isTrue();
            assertThat(next.exitValue()).as(cluster::logs).isZero();
            assertThat(titles(server, ada, seeded)).hasSize(FILES + 2).doesNotHaveDuplicates();
            assertThat(world.journal().entries("putObject")).hasSize(sent);
            assertThat(cluster.logs()).doesNotContain(ada.bearerToken());
        }
    }

    private static Process submit(
            StandaloneCluster cluster, FakeEncordServer server, FakeUser user, FakeDataset dataset, Path folder)
            throws IOException {
        return cluster.submit(
                ClusterProgram.class,
                CLIENT,
                List.of(
                        "spark.speculation=true",
                        "spark.speculation.quantile=0.5",
                        "spark.speculation.multiplier=1.1",
                        "spark.task.maxFailures=8",
                        "spark.executor.memory=512m",
                        "spark.ui.enabled=false",
                        "spark.driver.host=127.0.0.1",
                        "spark.datasource.encord.bearerToken=" + user.bearerToken()),
                server.url(),
                dataset.hash(),
                folder.resolve("journal").toUri().toString(),
                String.valueOf(FILES));
    }

    private static void await(StandaloneCluster cluster, Process driver, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !driver.isAlive()) {
                throw new IllegalStateException("Nothing happens:\n" + cluster.logs());
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static List<String> titles(FakeEncordServer server, FakeUser user, FakeDataset dataset) {
        try (EncordUserClient client = EncordUserClient.builder()
                .bearerToken(user.bearerToken())
                .options(ClientOptions.builder().domain(server.url()).build())
                .build()) {
            return client.datasetClient(dataset.hash()).getDataset().dataRows().stream()
                    .map(DataRow::title)
                    .toList();
        }
    }
}
