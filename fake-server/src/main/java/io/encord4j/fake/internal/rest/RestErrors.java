package io.encord4j.fake.internal.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.AnswerBody;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.wire.model.WireRestError;

/** Errors as this interface words them: an HTTP status and a message. */
final class RestErrors {

    private final JsonAdapter<WireRestError> adapter;

    RestErrors(Moshi moshi) {
        this.adapter = moshi.adapter(WireRestError.class);
    }

    Answer refused(RefusedException refusal) {
        return error(status(refusal.kind()), refusal.kind().name(), refusal.reason());
    }

    Answer error(int status, String token, String message) {
        String json = adapter.toJson(new WireRestError(message, null));
        return Answer.json(status, AnswerBody.of(json)).failing(token, message);
    }

    private static int status(RefusalKind kind) {
        return switch (kind) {
            case NOT_AUTHENTICATED, SSH_KEY_NOT_FOUND, DUPLICATE_SSH_KEY -> 401;
            case NOT_AUTHORISED, SCOPE_MISSING -> 403;
            case NOT_FOUND -> 404;
            case EXISTS -> 409;
            case FILE_SIZE -> 413;
            case FILE_TYPE, UPLOAD_NOT_SUPPORTED, INVALID_DATE, INVALID_ARGUMENTS -> 400;
            case UNKNOWN -> 500;
        };
    }

    /** The status that goes with an RPC token, for faults that name one. */
    static int status(String token) {
        return switch (token) {
            case "AUTHENTICATION_ERROR", "SSH_KEY_NOT_FOUND_ERROR", "DUPLICATE_SSH_KEY_ERROR" -> 401;
            case "AUTHORISATION_ERROR", "OPERATION_NOT_ALLOWED" -> 403;
            case "RESOURCE_NOT_FOUND_ERROR" -> 404;
            case "METHOD_NOT_ALLOWED_ERROR" -> 405;
            case "RESOURCE_EXISTS_ERROR" -> 409;
            case "UNKNOWN_ERROR" -> 500;
            default -> 400;
        };
    }
}
