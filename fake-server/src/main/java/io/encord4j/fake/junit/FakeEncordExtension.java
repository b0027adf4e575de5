package io.encord4j.fake.junit;

import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests, their constructors, and their methods before and after each, what they ask for by parameters: the
 * {@link FakeEncordServer} of the JVM, a {@link FakeWorld} of their own, a {@link FakeUser} of that world, a
 * {@link FakeDataset} of that user, and what a {@link TestParameterProvider} has. All parameters of one test belong
 * together. So do the worlds that a test makes of its server, and the default world if it asks for that: they are closed
 * with the test, the default world is reset. A test that fails shows their journals; a fault that was armed in them and
 * never struck fails the test.
 *
 * <p>With {@code -Dencord4j.fake.hold=true}, or that as a configuration parameter of JUnit, the worlds of failed tests stay
 * when all tests are over, until somebody removes them by the server's web page or ends the process.
 */
public final class FakeEncordExtension
        implements ParameterResolver, InvocationInterceptor, AfterEachCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(FakeEncordExtension.class);
    private static final String HOLD = "encord4j.fake.hold";

    private final List<TestParameterProvider> providers = ServiceLoader.load(TestParameterProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    /** Made by JUnit. */
    public FakeEncordExtension() {}

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == FakeEncordServer.class
                || type == FakeWorld.class
                || type == FakeUser.class
                || type == FakeDataset.class
                || provider(type).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        EncordTestContext test = testContext(context);
        if (type == FakeEncordServer.class) {
            return test.server();
        }
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("Each test has a world of its own, so there is no "
                    + type.getSimpleName() + " before the tests begin. Ask for it in the test method or in @BeforeEach,"
                    + " or make a world of the FakeEncordServer.");
        }
        if (type == FakeWorld.class) {
            return test.world();
        }
        if (type == FakeUser.class) {
            return test.user();
        }
        return type == FakeDataset.class ? test.dataset() : provided(type, test);
    }

    private <T> T provided(Class<T> type, EncordTestContext test) {
        return test.part(type, () -> type.cast(provider(type).orElseThrow().provide(type, test)));
    }

    private Optional<TestParameterProvider> provider(Class<?> type) {
        return providers.stream().filter(known -> known.provides(type)).findFirst();
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        return explained(invocation, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        explained(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        explained(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        explained(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        explained(invocation, context);
    }

    @Override
    public <T extends @Nullable Object> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return explained(invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> invocation, DynamicTestInvocationContext dynamic, ExtensionContext context)
            throws Throwable {
        explained(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        explained(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        explained(invocation, context);
    }

    private static <T extends @Nullable Object> T explained(Invocation<T> invocation, ExtensionContext context)
            throws Throwable {
        try {
            return invocation.proceed();
        } catch (TestAbortedException e) {
            throw e;
        } catch (Throwable e) {
            throw explain(e, context);
        }
    }

    /** Adds what the test did, and what was made before all tests of its classes. */
    private static Throwable explain(Throwable failure, ExtensionContext context) {
        Throwable explained = failure;
        Optional<ExtensionContext> level = Optional.of(context);
        while (level.isPresent()) {
            EncordTestContext used = known(level.get());
            if (used != null && !used.scope().worlds().isEmpty() && !WorldOfFailedTest.isOn(explained)) {
                explained = WorldOfFailedTest.explain(explained, used.explain());
            }
            level = level.get().getParent();
        }
        return explained;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        after(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        after(context);
    }

    /** Failures of other extensions do not come by {@link #explained}. */
    private static void after(ExtensionContext context) {
        EncordTestContext used = known(context);
        if (used == null) {
            return;
        }
        Optional<Throwable> failure = context.getExecutionException();
        if (failure.isPresent()) {
            if (!(failure.get() instanceof TestAbortedException)) {
                explain(failure.get(), context);
            }
        } else if (!used.hasFailed() && !used.scope().unfired().isEmpty()) {
            throw new AssertionError(used.explain());
        }
    }

    /** A context's store shows those of the contexts around it as well, so each part is named by its own context. */
    private static @Nullable EncordTestContext known(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(context.getUniqueId(), EncordTestContext.class);
    }

    /** The methods that replace this one are not in JUnit 5. */
    @SuppressWarnings("deprecation")
    private static EncordTestContext testContext(ExtensionContext context) {
        TestSettings settings = TestSettings.of(context);
        boolean hold = context.getConfigurationParameter(HOLD)
                .map(Boolean::parseBoolean)
                .orElse(false);
        SharedServer server = Objects.requireNonNull(context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        settings.acceptsUnknownSshKeys(),
                        accepts -> new SharedServer(accepts, hold),
                        SharedServer.class));
        return Objects.requireNonNull(context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        context.getUniqueId(), id -> new EncordTestContext(server, settings), EncordTestContext.class));
    }
}
