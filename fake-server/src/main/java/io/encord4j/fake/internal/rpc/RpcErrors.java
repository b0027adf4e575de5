package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.Choices;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.AnswerBody;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.wire.model.WireRpcError;
import io.encord4j.fake.wire.model.WireRpcErrorToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors as this interface words them: one token, a number, and a detail for people. */
final class RpcErrors {

    private static final int OK = 200;

    /** Clients repeat reads that are answered with 500, and never find out what was refused. */
    private static final int UNKNOWN_REFUSED = 400;

    private final JsonAdapter<WireRpcError> adapter;

    RpcErrors(Moshi moshi) {
        this.adapter = moshi.adapter(WireRpcError.class);
    }

    Answer refused(RefusedException refusal, boolean legacy, Choices choices) {
        WireRpcErrorToken token =
                legacy ? legacyToken(refusal.kind()) : token(refusal.kind(), choices.tellsUnknownSshKeys());
        int status = token.equals(WireRpcErrorToken.UNKNOWN_ERROR) ? UNKNOWN_REFUSED : status(token.value());
        return error(status, token.value(), refusal.reason(), choices);
    }

    Answer error(String token, @Nullable String payload, Choices choices) {
        return error(status(token), token, payload, choices);
    }

    private Answer error(int status, String token, @Nullable String payload, Choices choices) {
        String json = adapter.toJson(new WireRpcError(status, List.of(WireRpcErrorToken.of(token)), payload));
        return Answer.json(choices.rpcErrorsAreHttp200() ? OK : status, AnswerBody.of(json))
                .failing(token, payload);
    }

    /** Clients of 2022 take a token that they do not know for a result. */
    private static WireRpcErrorToken legacyToken(RefusalKind kind) {
        return switch (kind) {
            case INVALID_ARGUMENTS -> WireRpcErrorToken.UNKNOWN_ERROR;
            case DUPLICATE_SSH_KEY -> WireRpcErrorToken.AUTHENTICATION_ERROR;
            default -> token(kind, false);
        };
    }

    private static WireRpcErrorToken token(RefusalKind kind, boolean tellsUnknownSshKeys) {
        return switch (kind) {
            case NOT_AUTHENTICATED -> WireRpcErrorToken.AUTHENTICATION_ERROR;
            case SSH_KEY_NOT_FOUND ->
                tellsUnknownSshKeys
                        ? WireRpcErrorToken.SSH_KEY_NOT_FOUND_ERROR
                        : WireRpcErrorToken.AUTHENTICATION_ERROR;
            case DUPLICATE_SSH_KEY -> WireRpcErrorToken.DUPLICATE_SSH_KEY_ERROR;
            case NOT_AUTHORISED -> WireRpcErrorToken.AUTHORISATION_ERROR;
            case SCOPE_MISSING -> WireRpcErrorToken.OPERATION_NOT_ALLOWED;
            case NOT_FOUND -> WireRpcErrorToken.RESOURCE_NOT_FOUND_ERROR;
            case EXISTS -> WireRpcErrorToken.RESOURCE_EXISTS_ERROR;
            case FILE_TYPE -> WireRpcErrorToken.FILE_TYPE_NOT_SUPPORTED_ERROR;
            case FILE_SIZE -> WireRpcErrorToken.FILE_SIZE_NOT_SUPPORTED_ERROR;
            case UPLOAD_NOT_SUPPORTED -> WireRpcErrorToken.UPLOAD_OPERATION_NOT_SUPPORTED_ERROR;
            case INVALID_DATE -> WireRpcErrorToken.INVALID_DATE_FORMAT_ERROR;
            case INVALID_ARGUMENTS -> WireRpcErrorToken.INVALID_ARGUMENTS_ERROR;
            case UNKNOWN -> WireRpcErrorToken.UNKNOWN_ERROR;
        };
    }

    private static int status(String token) {
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
