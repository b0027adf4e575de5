package io.encord4j.conformance.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Starts each target once for the whole run and stops it at the end, also when tests failed. */
public final class Targets implements ArgumentsProvider {

    private static final Namespace TARGETS = Namespace.create(Targets.class);

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        List<Target> targets = new ArrayList<>();
        targets.add(embedded(context));
        targets.add(once(context, JarTarget.class, JarTarget::start));
        service(context).ifPresent(targets::add);
        return targets.stream().map(Arguments::of);
    }

    /** The fake in this JVM, which tests that need control over time and faults use alone. */
    public static EmbeddedTarget embedded(ExtensionContext context) {
        return once(context, EmbeddedTarget.class, EmbeddedTarget::start);
    }

    private static Optional<ServiceTarget> service(ExtensionContext context) {
        return ServiceTarget.from(System.getenv()).map(service -> once(context, ServiceTarget.class, () -> service));
    }

    private static <T extends Target> T once(ExtensionContext context, Class<T> type, Supplier<T> start) {
        return context.getRoot().getStore(TARGETS).computeIfAbsent(type, ignored -> start.get(), type);
    }
}
