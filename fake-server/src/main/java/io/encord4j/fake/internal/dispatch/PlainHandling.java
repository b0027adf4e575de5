package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.AnswerBody;
import io.encord4j.fake.internal.http.DamagedBodyException;
import io.encord4j.fake.internal.worlds.ServedWorld;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request that reached no interface, or none completely. */
final class PlainHandling implements Handling {

    private final ServedWorld served;
    private final Outcome outcome;

    private interface Outcome {
        Answer get() throws IOException;
    }

    private PlainHandling(ServedWorld served, Outcome outcome) {
        this.served = served;
        this.outcome = outcome;
    }

    PlainHandling(ServedWorld served, Answer answer) {
        this(served, () -> answer);
    }

    /** The connection was lost before the request was complete. */
    static PlainHandling cut(ServedWorld served, IOException cause) {
        return new PlainHandling(served, () -> {
            throw cause;
        });
    }

    static Answer damaged(DamagedBodyException damage) {
        return message(400, String.valueOf(damage.getMessage()));
    }

    /** The message must need no escaping in JSON. */
    static Answer message(int status, String message) {
        return Answer.json(status, AnswerBody.of("{\"message\": \"" + message + "\"}"))
                .failing("HTTP_" + status, message);
    }

    @Override
    public ServedWorld served() {
        return served;
    }

    @Override
    public RequestedOperation operation() {
        return new RequestedOperation("unknown", null, null);
    }

    @Override
    public @Nullable String user() {
        return null;
    }

    @Override
    public @Nullable String bodySha256() {
        return null;
    }

    @Override
    public Answer serviceError(Effect.ServiceError error) {
        return message(500, error.token());
    }

    @Override
    public Answer defect() {
        return message(500, "The fake server failed; its log says why.");
    }

    @Override
    public Reply handle(BodyDisturbance faults) throws IOException {
        return new Reply.Now(outcome.get());
    }
}
