package io.encord4j.codegen;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The compiled types of the fixture, by reflection: the tests are compiled before these types exist. */
final class FixtureTypes {
    private final ClassLoader loader;
    private final Moshi moshi;

    private FixtureTypes(ClassLoader loader) {
        this.loader = loader;
        this.moshi = (Moshi) call(null, type("json.WireAdapters"), "moshi");
    }

    static FixtureTypes compile(Path directory) throws IOException {
        return new FixtureTypes(CompiledSources.compile(
                GeneratorRun.generate(GeneratorRun.FIXTURE, directory.resolve("sources"), true),
                directory.resolve("classes")));
    }

    Class<?> type(String name) {
        try {
            return loader.loadClass(GeneratorRun.BASE_PACKAGE + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Class<?> model(String schema) {
        return type("model.Wire" + schema);
    }

    JsonAdapter<Object> adapter(Type type, Type... arguments) {
        return moshi.adapter(arguments.length == 0 ? type : Types.newParameterizedType(type, arguments));
    }

    Object read(String schema, String json) throws IOException {
        Object value = adapter(model(schema)).fromJson(json);
        if (value == null) {
            throw new IllegalStateException("The adapter has read null");
        }
        return value;
    }

    String roundTrip(String schema, String json) throws IOException {
        return adapter(model(schema)).toJson(read(schema, json));
    }

    /** Makes a record by its canonical constructor. */
    Object make(String schema, @Nullable Object... components) {
        return construct(model(schema), components);
    }

    static Object construct(Class<?> record, @Nullable Object... components) {
        try {
            return record.getDeclaredConstructors()[0].newInstance(components);
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Object get(Object target, String method, Object... arguments) {
        return call(target, target.getClass(), method, arguments);
    }

    static Object call(@Nullable Object target, Class<?> type, String name, Object... arguments) {
        Method method = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .filter(candidate -> candidate.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " has no method " + name));
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static RuntimeException unchecked(InvocationTargetException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
}
