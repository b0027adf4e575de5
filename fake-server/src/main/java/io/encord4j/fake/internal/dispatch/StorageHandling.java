package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.DamagedBodyException;
import io.encord4j.fake.internal.http.HttpExchange;
import io.encord4j.fake.internal.storage.StorageErrors;
import io.encord4j.fake.internal.storage.StorageHandler;
import io.encord4j.fake.internal.storage.UrlCheck;
import io.encord4j.fake.internal.storage.UrlCheck.Grant;
import io.encord4j.fake.internal.storage.UrlCheck.Mismatch;
import io.encord4j.fake.internal.worlds.ServedWorld;
import io.encord4j.fake.internal.worlds.Worlds;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request to a signed URL. Its world is the one in the URL, and nobody is asked who they are. */
final class StorageHandling implements Handling {

    private final StorageHandler storage;
    private final HttpExchange http;
    private final UrlCheck target;
    private final Optional<ServedWorld> named;
    private final ServedWorld served;
    private @Nullable String bodySha256;

    StorageHandling(StorageHandler storage, HttpExchange http, Worlds worlds) {
        this.storage = storage;
        this.http = http;
        this.target = storage.verify(http);
        this.named = target instanceof Grant grant ? worlds.byId(grant.world()) : Optional.empty();
        this.served = named.orElse(worlds.defaultWorld());
    }

    @Override
    public ServedWorld served() {
        return served;
    }

    @Override
    public RequestedOperation operation() {
        return new RequestedOperation(http.method().equals("PUT") ? "putObject" : "getObject", null, null);
    }

    @Override
    public @Nullable String user() {
        return null;
    }

    @Override
    public @Nullable String bodySha256() {
        return bodySha256;
    }

    @Override
    public Answer serviceError(Effect.ServiceError error) {
        return StorageErrors.error(400, error.token(), "A fault asked for this error.");
    }

    @Override
    public Answer defect() {
        return StorageErrors.error(500, "InternalError", "The fake server failed; its log says why.");
    }

    @Override
    public Reply handle(BodyDisturbance faults) throws IOException {
        http.disturbBody(body -> faults.around(body, 0));
        try {
            return new Reply.Now(answer());
        } catch (DamagedBodyException e) {
            return new Reply.Now(StorageErrors.error(400, "IncompleteBody", String.valueOf(e.getMessage())));
        } catch (EarlyAnswerException e) {
            return new Reply.Now(e.answer());
        }
    }

    /** Answers without faults. */
    Answer answer() throws IOException {
        if (target instanceof Mismatch mismatch) {
            return StorageErrors.refused(mismatch);
        }
        StorageHandler.Outcome outcome = storage.handle(
                http, (Grant) target, named.map(ServedWorld::world), last -> http.whenOver(failure -> last.run()));
        bodySha256 = outcome.bodySha256();
        return outcome.answer();
    }
}
