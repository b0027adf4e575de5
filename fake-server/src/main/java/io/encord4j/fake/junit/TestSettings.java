package io.encord4j.fake.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.Choices;
import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.FakeWorld;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** What the annotation nearest to a test asks for; without one, its defaults. */
record TestSettings(@Nullable EncordTest wanted, ClassLoader classes) {

    static TestSettings of(ExtensionContext context) {
        Optional<ExtensionContext> level = Optional.of(context);
        ClassLoader classes = context.getTestClass()
                .map(Class::getClassLoader)
                .orElseGet(() -> Thread.currentThread().getContextClassLoader());
        while (level.isPresent()) {
            Optional<EncordTest> found =
                    AnnotationSupport.findAnnotation(level.get().getElement(), EncordTest.class);
            if (found.isPresent()) {
                return new TestSettings(found.get(), classes);
            }
            level = level.get().getParent();
        }
        return new TestSettings(null, classes);
    }

    boolean acceptsUnknownSshKeys() {
        return wanted != null && wanted.acceptsUnknownSshKeys();
    }

    FakeWorld prepare(FakeWorld world) {
        if (wanted == null) {
            return world;
        }
        for (Class<? extends UnaryOperator<Choices>> edit : wanted.choices()) {
            world.changeChoices(ReflectionSupport.newInstance(edit));
        }
        world.journal().keepBodies(wanted.journalBodies());
        world.setClock(ClockSetting.parse(wanted.clock()));
        if (!wanted.seedFile().isEmpty()) {
            world.seed(resource(wanted.seedFile()));
        }
        return world;
    }

    private String resource(String name) {
        try (InputStream in = classes.getResourceAsStream(name.startsWith("/") ? name.substring(1) : name)) {
            if (in == null) {
                throw new IllegalArgumentException("@EncordTest names the seed file " + name
                        + ", which is not on the class path. Put it into src/test/resources.");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The seed file " + name + " cannot be read.", e);
        }
    }
}
