package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes objects of which the generated types give only a part of the keys. */
final class Flattened {

    private Flattened() {}

    /** Writes the fields of a value into the object that was begun. */
    static <T> void write(JsonWriter writer, JsonAdapter<T> adapter, T value) throws IOException {
        int token = writer.beginFlatten();
        adapter.toJson(writer, value);
        writer.endFlatten(token);
    }

    /** Writes a text that is null when there is none. */
    static void orNull(JsonWriter writer, String name, @Nullable Object value) throws IOException {
        writer.name(name).value(value == null ? null : value.toString());
    }

    /** Writes null for a key that an adapter leaves out when there is no value. */
    static void nullUnless(JsonWriter writer, String name, @Nullable Object written) throws IOException {
        if (written == null) {
            writer.name(name).nullValue();
        }
    }
}
