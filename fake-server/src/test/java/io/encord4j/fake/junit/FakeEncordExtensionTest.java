package io.encord4j.fake.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.encord4j.fake.Choices;
import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
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
                .hasMessageContaining("Reset before handling `getDataset`")
                .hasMessageContaining("/#world-");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                FailingFactory.class,
                FailingParameters.class,
                FailingBefore.class,
                FailingAfter.class,
                FailingConstructor.class,
                ThrowingWhatTakesNothing.class,
                ThrowingAnError.class
            })
    void showsTheJournalWhateverKindOfTestFailsAndWhateverItThrows(Class<?> tests) {
        Throwable failure = failure(tests);
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString())
                .contains("as expected")
                .contains("listDatasets GET /v2/public/datasets/list -> 200")
                .contains("Reset before handling `getDataset`: never struck");
    }

    @Test
    void watchesForksOtherWorldsAndTheDefaultWorldAndClosesThem() {
        assertThat(failure(UnfiredElsewhere.class))
                .hasMessageContaining("before handling `deleteData`")
                .hasMessageContaining("before handling `getDataset`")
                .hasMessageContaining("before handling `listDatasets`");
        assertThat(SEEN.get("left by UnfiredElsewhere")).containsExactly("0");
    }

    @Test
    void closesWhatWasMadeBeforeAllTestsAfterThem() {
        EngineExecutionResults results = run(MadeBeforeAll.class);
        results.testEvents().assertStatistics(stats -> stats.succeeded(2).failed(0));
        results.containerEvents().assertStatistics(stats -> stats.failed(1));
    }

    @Test
    void takesTheWorldInAConstructor() {
        assertThat(failures(InConstructor.class)).isEmpty();
        assertThat(SEEN.get("constructed")).hasSize(2);
    }

    @Test
    void refusesUnknownKeysUnlessAskedAndTakesSettings() {
        assertThat(failures(Settings.class)).isEmpty();
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

    private static List<Throwable> failures(Class<?> tests) {
        return run(tests).testEvents().failed().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    private static Throwable failure(Class<?> tests) {
        List<Throwable> failures = failures(tests);
        assertThat(failures).hasSize(1);
        return failures.get(0);
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

    private static void listThenFail(FakeEncordServer server, FakeWorld world, FakeUser user, Throwable failure)
            throws Throwable {
        new TestClient(server).get(LIST, user);
        world.arm(Fault.on("getDataset").beforeHandling(new Effect.Reset()));
        throw failure;
    }

    @EncordTest
    static class FailingFactory {
        @TestFactory
        Stream<DynamicNode> fails(FakeEncordServer server, FakeWorld world, FakeUser user) {
            return Stream.of(DynamicContainer.dynamicContainer(
                    "inside",
                    Stream.of(DynamicTest.dynamicTest(
                            "one", () -> listThenFail(server, world, user, new AssertionError("as expected"))))));
        }
    }

    @EncordTest
    static class FailingParameters {
        @ParameterizedTest
        @ValueSource(ints = 1)
        void fails(int number, FakeEncordServer server, FakeWorld world, FakeUser user) throws Throwable {
            listThenFail(server, world, user, new AssertionError("as expected"));
        }
    }

    @EncordTest
    static class FailingBefore {
        @BeforeEach
        void fails(FakeEncordServer server, FakeWorld world, FakeUser user) throws Throwable {
            listThenFail(server, world, user, new AssertionError("as expected"));
        }

        @Test
        void neverRuns() {}
    }

    @EncordTest
    static class FailingAfter {
        @AfterEach
        void fails(FakeEncordServer server, FakeWorld world, FakeUser user) throws Throwable {
            listThenFail(server, world, user, new AssertionError("as expected"));
        }

        @Test
        void runs() {}
    }

    @EncordTest
    static class FailingConstructor {
        FailingConstructor(FakeEncordServer server, FakeWorld world, FakeUser user) throws Throwable {
            listThenFail(server, world, user, new AssertionError("as expected"));
        }

        @Test
        void neverRuns() {}
    }

    @EncordTest
    static class ThrowingWhatTakesNothing {

        static final class Closed extends RuntimeException {
            private static final long serialVersionUID = 1L;

            Closed() {
                super("as expected", null, false, false);
            }
        }

        @Test
        void fails(FakeEncordServer server, FakeWorld world, FakeUser user) throws Throwable {
            listThenFail(server, world, user, new Closed());
        }
    }

    @EncordTest
    static class ThrowingAnError {
        @Test
        void fails(FakeEncordServer server, FakeWorld world, FakeUser user) throws Throwable {
            listThenFail(server, world, user, new StackOverflowError("as expected"));
        }
    }

    @EncordTest
    static class UnfiredElsewhere {

        private static final List<String> MADE = new CopyOnWriteArrayList<>();

        @Test
        void armsFaultsInWorldsOfItsOwn(FakeEncordServer server, FakeWorld world) {
            FakeWorld fork = world.fork();
            FakeWorld other = server.newWorld();
            fork.arm(Fault.on("deleteData").beforeHandling(new Effect.Reset()));
            other.arm(Fault.on("getDataset").beforeHandling(new Effect.Reset()));
            server.defaultWorld().arm(Fault.on("listDatasets").beforeHandling(new Effect.Reset()));
            MADE.addAll(List.of(world.id(), fork.id(), other.id()));
        }

        @AfterAll
        static void seesThemGone(FakeEncordServer server) {
            long left = MADE.stream().filter(id -> server.world(id).isPresent()).count();
            see(
                    "left by UnfiredElsewhere",
                    String.valueOf(left
                            + server.world("default")
                                    .orElseThrow()
                                    .faults()
                                    .receipts()
                                    .size()));
        }
    }

    @EncordTest
    static class MadeBeforeAll {

        private static FakeWorld shared;

        @BeforeAll
        static void makes(FakeEncordServer server) {
            shared = server.newWorld();
            shared.arm(Fault.on("getDataset").beforeHandling(new Effect.Reset()));
        }

        @Test
        void usesIt(FakeEncordServer server) {
            assertThat(server.world(shared.id())).isPresent();
        }

        @Test
        void usesItToo(FakeEncordServer server) {
            assertThat(server.world(shared.id())).isPresent();
        }
    }

    @EncordTest
    static class InConstructor {

        private final FakeWorld constructed;

        InConstructor(FakeWorld constructed) {
            this.constructed = constructed;
        }

        @RepeatedTest(2)
        void isTheWorldOfTheTest(FakeWorld world) {
            assertThat(constructed.id()).isEqualTo(world.id());
            see("constructed", world.id());
        }
    }

    @EncordTest(clock = "2026-01-01T00:00:00Z", choices = Settings.Http200.class)
    static class Settings {

        static final class Http200 implements UnaryOperator<Choices> {
            @Override
            public Choices apply(Choices choices) {
                return choices.toBuilder().rpcErrorsAreHttp200(true).build();
            }
        }

        private static final FakeUser STRANGER = stranger();

        private static FakeUser stranger() {
            try (FakeEncordServer elsewhere = FakeEncordServer.start()) {
                return elsewhere.newWorld().newUser("stranger@example.com");
            }
        }

        private static int asStranger(FakeEncordServer server) {
            long now = server.defaultWorld().clock().instant().getEpochSecond();
            return new TestClient(server).signed("GET", LIST, "", STRANGER, now).statusCode();
        }

        @Test
        void areThoseOfTheWorld(FakeWorld world) {
            assertThat(world.clock().instant()).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(Internals.state(world).choices().rpcErrorsAreHttp200()).isTrue();
        }

        @Test
        void refuseAStranger(FakeEncordServer server) {
            assertThat(asStranger(server)).isEqualTo(401);
        }

        @Test
        @EncordTest(acceptsUnknownSshKeys = true)
        void acceptAStrangerIfAsked(FakeEncordServer server) {
            assertThat(asStranger(server)).isEqualTo(200);
        }

        @Nested
        @EncordTest(seedFile = "/seeds/one-dataset.json")
        class Inside {
            @Test
            void haveTheirOwn(FakeWorld world) {
                assertThat(Internals.state(world).datasets()).hasSize(1);
            }
        }
    }
}
