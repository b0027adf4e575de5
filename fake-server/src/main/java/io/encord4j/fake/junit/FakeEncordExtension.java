package io.encord4j.fake.junit;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.faults.FaultReceipt;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests, and their methods before and after each, what they ask for by parameters: the {@link FakeEncordServer} of
 * the JVM, a {@link FakeWorld} of their own, a {@link FakeUser} of that world, and a {@link FakeDataset} of that user. All
 * parameters of one test belong together. A failed test shows the journal of its world; a fault that was armed and never
 * struck fails the test.
 */
public final class FakeEncordExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(FakeEncordExtension.class);

    /** Made by JUnit. */
    public FakeEncordExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == FakeEncordServer.class
                || type == FakeWorld.class
                || type == FakeUser.class
                || type == FakeDataset.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        FakeEncordServer server = server(context);
        if (type == FakeEncordServer.class) {
            return server;
        }
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("Each test has a world of its own, so there is no "
                    + type.getSimpleName() + " before the tests begin. Ask for it in the test method or in @BeforeEach,"
                    + " or make a world of the FakeEncordServer.");
        }
        TestWorld world = testWorld(context, server);
        if (type == FakeUser.class) {
            return world.user();
        }
        return type == FakeDataset.class ? world.dataset() : world.world();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestWorld used = context.getStore(NAMESPACE).get(TestWorld.class, TestWorld.class);
        if (used == null) {
            return;
        }
        FakeWorld world = used.world();
        List<FaultReceipt> unfired = world.faults().unfired();
        Optional<Throwable> failure = context.getExecutionException();
        if (failure.isPresent()) {
            if (!(failure.get() instanceof TestAbortedException)) {
                failure.get().addSuppressed(new WorldOfFailedTest(world.id(), report(world, unfired)));
            }
        } else if (!unfired.isEmpty()) {
            throw new AssertionError(report(world, unfired));
        }
    }

    private static String report(FakeWorld world, List<FaultReceipt> unfired) {
        String faults = unfired.stream().map(receipt -> "\n  " + receipt).collect(Collectors.joining());
        return (unfired.isEmpty() ? "" : "Faults were armed and never struck:" + faults + "\n") + "Journal of "
                + world.id() + ":\n" + world.journal();
    }

    /** The methods that replace this one are not in JUnit 5. */
    @SuppressWarnings("deprecation")
    private static FakeEncordServer server(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        return Objects.requireNonNull(store.getOrComputeIfAbsent(
                        SharedServer.class, key -> new SharedServer(FakeEncordServer.start()), SharedServer.class))
                .server();
    }

    @SuppressWarnings("deprecation")
    private static TestWorld testWorld(ExtensionContext context, FakeEncordServer server) {
        return Objects.requireNonNull(context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestWorld.class, key -> new TestWorld(server.newWorld()), TestWorld.class));
    }
}
