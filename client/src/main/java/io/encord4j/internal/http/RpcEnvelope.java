package io.encord4j.internal.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import io.encord4j.wire.api.WireOperation;
import io.encord4j.wire.json.FreeFormJson;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Objects;
import okio.BufferedSource;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"status": 200, "response": ...}} as a stream. The status inside decides, whatever HTTP says. A server
 * that sends the response before the status costs memory for the response, since nobody knows yet what it is.
 */
final class RpcEnvelope {

    private static final int SUCCESS = 200;
    private static final JsonReader.Options KEYS = JsonReader.Options.of("status", "response", "payload");
    private static final JsonAdapter<Object> FREE_FORM = new FreeFormJson();

    private final JsonReader reader;
    private final Timeout timeout;
    private final WireOperation operation;
    private @Nullable Integer status;
    private @Nullable Object payload;

    private RpcEnvelope(BufferedSource source, WireOperation operation) throws IOException {
        this.reader = BoundedJson.reader(source, operation);
        this.timeout = source.timeout();
        this.operation = operation;
    }

    /** Reads a whole envelope; a result that is null where that is a success comes back as null. */
    static <T> @Nullable T read(BufferedSource source, WireOperation operation, JsonAdapter<T> adapter)
            throws IOException {
        RpcEnvelope envelope = new RpcEnvelope(source, operation);
        envelope.open();
        envelope.judge();
        T result = adapter.fromJson(envelope.reader);
        envelope.close();
        return result;
    }

    /** Reads a whole envelope whose result does not matter. */
    static void readIgnoringResult(BufferedSource source, WireOperation operation) throws IOException {
        RpcEnvelope envelope = new RpcEnvelope(source, operation);
        if (envelope.openIfPresent()) {
            envelope.reader.skipValue();
        }
        envelope.close();
    }

    /** Reads up to the result, which is then the next value of the {@link #reader()}; {@link #close()} reads what follows it. */
    static RpcEnvelope openAtResult(BufferedSource source, WireOperation operation) throws IOException {
        RpcEnvelope envelope = new RpcEnvelope(source, operation);
        envelope.open();
        envelope.judge();
        return envelope;
    }

    JsonReader reader() {
        return reader;
    }

    /** Reads the rest of the envelope. */
    void close() throws IOException {
        while (reader.hasNext()) {
            reader.skipName();
            reader.skipValue();
        }
        reader.endObject();
        if (reader.peek() != Token.END_DOCUMENT) {
            throw new JsonDataException("Something follows the answer");
        }
    }

    private void open() throws IOException {
        if (!openIfPresent()) {
            throw new EmptyResult(isRead());
        }
    }

    /** Returns whether there is a response at all; throws if the status is not that of a success. */
    private boolean openIfPresent() throws IOException {
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(KEYS)) {
                case 0 -> status = status(reader);
                case 1 -> {
                    if (knownStatus() == SUCCESS) {
                        return true;
                    }
                    throw refusal();
                }
                case 2 -> payload = FREE_FORM.fromJson(reader);
                default -> skip(reader, -1);
            }
        }
        if (status == null) {
            throw new JsonDataException("The answer has no status");
        }
        if (status != SUCCESS) {
            throw RefusedAnswer.rpc(status, null, payload, true);
        }
        return false;
    }

    private int knownStatus() throws IOException {
        if (status == null) {
            JsonReader ahead = reader.peekJson();
            ahead.skipValue();
            while (status == null && ahead.hasNext()) {
                int key = ahead.selectName(KEYS);
                if (key == 0) {
                    status = status(ahead);
                } else {
                    skip(ahead, key);
                }
            }
        }
        if (status == null) {
            throw new JsonDataException("The answer has no status");
        }
        return status;
    }

    /** Skips a field whose name has been read if it is one of ours, and has not if it is none. */
    private static void skip(JsonReader from, int key) throws IOException {
        if (key == -1) {
            from.skipName();
        }
        from.skipValue();
    }

    private static int status(JsonReader from) throws IOException {
        if (from.peek() != Token.NUMBER) {
            throw new JsonDataException("The status of the answer is no number");
        }
        return from.nextInt();
    }

    /** The status has decided; what follows is read as far as it comes. */
    private RefusedAnswer refusal() {
        int refused = Objects.requireNonNull(status);
        @Nullable Object response = null;
        ErrorBody.limit(timeout);
        try {
            response = FREE_FORM.fromJson(reader);
            while (reader.hasNext()) {
                int key = reader.selectName(KEYS);
                if (key == 2) {
                    payload = FREE_FORM.fromJson(reader);
                } else {
                    skip(reader, key);
                }
            }
            close();
            return RefusedAnswer.rpc(refused, response, payload, true);
        } catch (IOException | RuntimeException e) {
            return RefusedAnswer.rpc(refused, response, payload, false);
        } finally {
            timeout.clearDeadline();
        }
    }

    /** Whether a result counts as one is judged as the official SDKs do. */
    private void judge() throws IOException {
        boolean nullOnly = isRead() ? isList() : "POST".equals(operation.queryMethod()) && isOf2026();
        if (nullOnly ? reader.peek() == Token.NULL : isFalsy()) {
            throw new EmptyResult(isRead());
        }
    }

    private boolean isRead() {
        return "GET".equals(operation.queryMethod());
    }

    private boolean isOf2026() {
        return operation.generations().contains("2026");
    }

    private boolean isList() {
        return operation.resultType() instanceof ParameterizedType type && type.getRawType() == List.class;
    }

    /** What Python takes for false. */
    private boolean isFalsy() throws IOException {
        JsonReader ahead = reader.peekJson();
        return switch (ahead.peek()) {
            case NULL -> true;
            case BOOLEAN -> !ahead.nextBoolean();
            case NUMBER -> ahead.nextDouble() == 0;
            case STRING -> ahead.nextString().isEmpty();
            case BEGIN_ARRAY -> {
                ahead.beginArray();
                yield !ahead.hasNext();
            }
            case BEGIN_OBJECT -> {
                ahead.beginObject();
                yield !ahead.hasNext();
            }
            default -> false;
        };
    }
}
