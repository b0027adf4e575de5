package io.encord4j.fake.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.internal.control.ControlClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class HeldWorldsTest {

    private static final long PATIENCE_SECONDS = 60;

    /** Where the failed test was, once it is over. */
    private static final CompletableFuture<Address> FAILED = new CompletableFuture<>();

    private record Address(FakeEncordServer server, String world) {}

    @Test
    void keepsTheWorldOfAFailedTestUntilItIsRemoved() throws Exception {
        AtomicBoolean removed = new AtomicBoolean();
        CompletableFuture<EngineExecutionResults> run = CompletableFuture.supplyAsync(() -> run(FailingTest.class));
        CompletableFuture<Boolean> heldUntilRemoved = run.thenApply(results -> removed.get());
        Address failed = FAILED.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        ControlClient control = new ControlClient(failed.server());

        assertThat(control.send("GET", "/worlds/" + failed.world() + "/journal", "")
                        .body())
                .contains("listDatasets");
        removed.set(true);
        control.ok("DELETE", "/worlds/" + failed.world(), "");

        assertThat(heldUntilRemoved.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(report(run.join())).contains(failed.server().url() + "/#" + failed.world());
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameter("encord4j.fake.hold", "true")
                .execute();
    }

    private static String report(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(failure -> failure.getSuppressed()[0].getMessage())
                .findFirst()
                .orElseThrow();
    }

    @EncordTest
    static class FailingTest {

        private static volatile Address address;

        @Test
        void fails(FakeEncordServer server, FakeWorld world) {
            address = new Address(server, world.id());
            new TestClient(server).get("/v2/public/datasets/list", world.newUser("ada@example.com"));
            throw new AssertionError("as expected");
        }

        @AfterAll
        static void tell() {
            FAILED.complete(address);
        }
    }
}
