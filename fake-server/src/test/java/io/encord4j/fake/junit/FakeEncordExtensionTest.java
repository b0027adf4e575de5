package io.encord4j.fake.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class FakeEncordExtensionTest {

    private static final String LIST = "/v2/public/datasets/list";

    /** What the classes under test leave for the tests of this class to see; each key belongs to one test. */
    private static final ConcurrentHashMap<String, Set<String>> SEEN = new ConcurrentHashMap<>();

    @AfterAll
    static void forget() {
        SEEN.clear();
    }

    @Test
    void givesEachTestAWorldOfItsOwn() {
        EngineExecutionResults results = run(Worlds.class);
        results.testEvents().assertStatistics(stats -> stats.succeeded(7).failed(0));
        assertThat(SEEN.get("worlds")).hasSize(7);
        assertThat(SEEN.get("servers")).hasSize(1);
    }

    @Test
    void failsATestWhoseFaultNeverStruck() {
        assertThat(failure(Unfired.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("never struck")
                .hasMessageContaining("getDataset");
    }

    @Test
    void showsTheJournalOfAFailedTest() {
        Throwable failure = failure(Failing.class);
        assertThat(failure).hasMessage("as expected");
        assertThat(failure.getSuppressed())
                .anySatisfy(journal ->
                        assertThat(journal).hasMessageContaining("listDatasets GET /v2/public/datasets/list -> 200"));
    }

    @Test
    void saysThatThereIsNoWorldBeforeTheTests() {
        EngineExecutionResults results = run(TooEarly.class);
        Throwable failure = results.containerEvents().failed().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();
        assertThat(failure).hasMessageContaining("@BeforeEach");
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .execute();
    }

    private static Throwable failure(Class<?> tests) {
        List<TestExecutionResult> results = run(tests).testEvents().failed().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .toList();
        assertThat(results).hasSize(1);
        return results.get(0).getThrowable().orElseThrow();
    }

    private static void see(String key, String value) {
        SEEN.computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet()).add(value);
    }

    @EncordTest
    static class Worlds {

        @BeforeEach
        void isGivenTheWorldOfItsTest(FakeWorld world, FakeUser user, TestInfo info) {
            assertThat(Internals.state(world).identities().users()).containsOnlyKeys(user.hash());
            see("worlds", world.id());
        }

        @Test
        void isGivenThatWorldAsWell(FakeEncordServer server, FakeWorld world, FakeUser user, FakeDataset dataset) {
            see("worlds", world.id());
            see("servers", server.url());
            assertThat(dataset.owner()).isSameAs(user);
            assertThat(Internals.state(world).datasets()).containsOnlyKeys(dataset.hash());
            assertThat(new TestClient(server).get(LIST, user).body()).contains(dataset.hash());
        }

        @RepeatedTest(2)
        void isRepeated(FakeEncordServer server) {
            see("servers", server.url());
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void hasParameters(int number, FakeWorld world) {
            see("worlds", world.id());
        }

        @Nested
        class Inside {

            @Test
            void isGivenAWorldToo(FakeWorld world) {
                see("worlds", world.id());
            }
        }
    }

    @EncordTest
    static class Unfired {
        @Test
        void armsAFaultInVain(FakeWorld world) {
            world.arm(Fault.on("getDataset").beforeHandling(new Effect.Reset()));
        }
    }

    @EncordTest
    static class Failing {
        @Test
        void fails(FakeEncordServer server, FakeUser user) {
            new TestClient(server).get(LIST, user);
            throw new AssertionError("as expected");
        }
    }

    @EncordTest
    static class TooEarly {
        @BeforeAll
        static void asksTooEarly(FakeWorld world) {}

        @Test
        void neverRuns() {}
    }
}
