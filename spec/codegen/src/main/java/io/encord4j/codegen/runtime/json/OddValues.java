package io.encord4j.codegen.runtime.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears of values in answers that the description does not allow, once for each field. It is attached to a reader by
 * {@link #attachTo}; without it, such values are read in silence. Thread-safe.
 */
public final class OddValues {
    /** Keys of maps are part of a path, so that a service could invent fields for ever. */
    private static final int MOST_FIELDS = 1_000;

    private final Set<String> fields = ConcurrentHashMap.newKeySet();
    private final Consumer<String> listener;

    /**
     * Makes an instance that remembers which fields it has told of.
     *
     * @param listener receives a sentence that names the field and what is odd about it, and never holds the value
     */
    public OddValues(Consumer<String> listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    /**
     * Makes the reader tell this instance of odd values.
     *
     * @param reader the reader of an answer
     * @return the same reader
     */
    public JsonReader attachTo(JsonReader reader) {
        reader.setTag(OddValues.class, this);
        return reader;
    }

    /**
     * An adapter whose readers tell this instance of odd values.
     *
     * @param <T> the type of the values
     * @param adapter the adapter that reads and writes
     * @return the adapter that listens
     */
    public <T> JsonAdapter<T> listeningTo(JsonAdapter<T> adapter) {
        return new JsonAdapter<>() {
            @Override
            public @Nullable T fromJson(JsonReader reader) throws IOException {
                return adapter.fromJson(attachTo(reader));
            }

            @Override
            public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
                adapter.toJson(writer, value);
            }
        };
    }

    static void tell(JsonReader reader, String path, String problem) {
        @Nullable OddValues odd = reader.tag(OddValues.class);
        if (odd != null) {
            odd.tell(path, problem);
        }
    }

    private void tell(String path, String problem) {
        String field = path.replaceAll("\\[[0-9]+]", "[*]");
        if (fields.size() < MOST_FIELDS && fields.add(field)) {
            listener.accept("The field " + field + " of an answer " + problem + ". This is told once.");
        }
    }
}
