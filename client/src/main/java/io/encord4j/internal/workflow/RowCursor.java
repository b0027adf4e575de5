package io.encord4j.internal.workflow;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import io.encord4j.DataRow;
import io.encord4j.internal.http.JsonAnswer;
import io.encord4j.internal.mapping.Rows;
import io.encord4j.wire.model.WireDataRow;
import java.io.IOException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads rows one by one as they arrive, so that their number does not matter. */
final class RowCursor extends AbstractSpliterator<DataRow> {
    private final JsonAnswer answer;
    private final JsonAdapter<WireDataRow> adapter;
    private final @Nullable String field;
    private State state = State.BEFORE;

    private enum State {
        BEFORE,
        WITHIN,
        AFTER
    }

    private RowCursor(JsonAnswer answer, JsonAdapter<WireDataRow> adapter, @Nullable String field) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.answer = answer;
        this.adapter = adapter;
        this.field = field;
    }

    /**
     * Streams rows.
     *
     * @param answer the answer, which the stream closes
     * @param adapter reads a row
     * @param field the field of the result that holds the rows; null if the result is the rows
     */
    static Stream<DataRow> stream(JsonAnswer answer, JsonAdapter<WireDataRow> adapter, @Nullable String field) {
        return StreamSupport.stream(new RowCursor(answer, adapter, field), false)
                .onClose(answer::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super DataRow> action) {
        if (state == State.AFTER) {
            return false;
        }
        Optional<WireDataRow> row = answer.read(this::next);
        if (row.isEmpty()) {
            state = State.AFTER;
            answer.finish();
            answer.close();
            return false;
        }
        action.accept(Rows.row(row.get()));
        return true;
    }

    private Optional<WireDataRow> next(JsonReader reader) throws IOException {
        if (state == State.BEFORE && !open(reader)) {
            return Optional.empty();
        }
        state = State.WITHIN;
        if (reader.hasNext()) {
            return Optional.ofNullable(adapter.fromJson(reader));
        }
        reader.endArray();
        if (field != null) {
            skipFields(reader);
        }
        return Optional.empty();
    }

    /** Goes to the first row; tells whether there is a list at all. */
    private boolean open(JsonReader reader) throws IOException {
        if (field == null) {
            reader.beginArray();
            return true;
        }
        reader.beginObject();
        while (reader.hasNext()) {
            if (reader.nextName().equals(field) && reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
                reader.beginArray();
                return true;
            }
            reader.skipValue();
        }
        reader.endObject();
        return false;
    }

    private static void skipFields(JsonReader reader) throws IOException {
        while (reader.hasNext()) {
            reader.skipName();
            reader.skipValue();
        }
        reader.endObject();
    }
}
