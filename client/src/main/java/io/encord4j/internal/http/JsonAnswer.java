package io.encord4j.internal.http;

import com.squareup.moshi.JsonReader;
import io.encord4j.EncordException;
import io.encord4j.wire.json.OddValues;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The result of an RPC call, read as it arrives. Must be closed. */
public final class JsonAnswer implements AutoCloseable {

    private final OpenAnswer answer;
    private final RpcEnvelope envelope;

    private JsonAnswer(OpenAnswer answer, RpcEnvelope envelope) {
        this.answer = answer;
        this.envelope = envelope;
    }

    static JsonAnswer at(OpenAnswer answer, Attempt attempt, OddValues oddValues) throws IOException {
        try {
            RpcEnvelope envelope = RpcEnvelope.openAtResult(answer.source(), attempt.operation());
            oddValues.attachTo(envelope.reader());
            return new JsonAnswer(answer, envelope);
        } catch (IOException | RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    /** What is done with the result. */
    @FunctionalInterface
    public interface Reading<T extends @Nullable Object> {

        /**
         * Reads on.
         *
         * @param reader before the result at first, and wherever the last reading left it thereafter
         * @throws IOException if the answer breaks off, or is not as expected
         */
        T read(JsonReader reader) throws IOException;
    }

    /**
     * Reads on.
     *
     * @throws EncordException if the call fails
     */
    public <T extends @Nullable Object> T read(Reading<T> reading) {
        return answer.read(() -> reading.read(envelope.reader()));
    }

    /**
     * Reads what follows the result, once that has been read whole: only then it is certain that nothing is missing.
     *
     * @throws EncordException if something is
     */
    public void finish() {
        answer.read(() -> {
            envelope.close();
            return true;
        });
    }

    @Override
    public void close() {
        answer.close();
    }
}
