package io.encord4j.fake.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.encord4j.fake.dispatch.ApiCall;
import io.encord4j.fake.dispatch.ApiService;
import io.encord4j.fake.http.Answer;
import io.encord4j.fake.http.AnswerBody;
import io.encord4j.fake.http.IncomingRequest;
import io.encord4j.fake.platform.Refusal;
import io.encord4j.fake.platform.model.Choices;
import io.encord4j.fake.platform.model.RefusalKind;
import io.encord4j.fake.wire.api.WireOperation;
import io.encord4j.fake.wire.json.WireAdapters;
import io.encord4j.fake.wire.model.WireRpcError;
import io.encord4j.fake.wire.model.WireRpcErrorToken;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The RPC interface: envelopes around the operations of {@code /public} and {@code /public/user}. */
public final class RpcService implements ApiService {

    private final JsonAdapter<WireRpcError> errors = WireAdapters.moshi().adapter(WireRpcError.class);

    /** Makes the interface; it holds no state of its own. */
    public RpcService() {}

    @Override
    public @Nullable String operation(IncomingRequest request, ByteString body) {
        return find(request, body).map(WireOperation::id).orElse(null);
    }

    @Override
    public Answer answer(ApiCall call) {
        return error("METHOD_NOT_ALLOWED_ERROR", null, call.world().observe().choices());
    }

    @Override
    public Answer refused(Refusal refusal, IncomingRequest request, Choices choices) {
        boolean legacy = request.header("ResourceType") == null;
        return error(
                token(refusal.kind(), legacy || !choices.tellsUnknownSshKeys(), legacy), refusal.message(), choices);
    }

    @Override
    public Answer error(String token, @Nullable String payload, Choices choices) {
        int status = status(token);
        WireRpcError error = new WireRpcError(status, List.of(WireRpcErrorToken.of(token)), payload);
        return Answer.json(choices.rpcErrorsAreHttp200() ? 200 : status, AnswerBody.of(errors.toJson(error)))
                .withErrorToken(token);
    }

    @Override
    public Answer tooLarge(long limit) {
        return error("UNKNOWN_ERROR", "The body is larger than " + limit + " bytes.", Choices.DEFAULT);
    }

    private static Optional<WireOperation> find(IncomingRequest request, ByteString body) {
        String type = null;
        String method = null;
        try (JsonReader reader = JsonReader.of(new Buffer().write(body))) {
            reader.beginObject();
            while (reader.hasNext() && (type == null || method == null)) {
                String name = reader.nextName();
                if (reader.peek() != JsonReader.Token.STRING) {
                    reader.skipValue();
                } else if (name.equals("query_type")) {
                    type = reader.nextString();
                } else if (name.equals("query_method")) {
                    method = reader.nextString();
                } else {
                    reader.skipValue();
                }
            }
        } catch (IOException | JsonDataException e) {
            return Optional.empty(); // What is no envelope names no operation.
        }
        return WireOperation.rpc(
                request.path(), Objects.requireNonNullElse(type, ""), Objects.requireNonNullElse(method, ""));
    }

    private static String token(RefusalKind kind, boolean hidesKeys, boolean legacy) {
        return switch (kind) {
            case NOT_AUTHENTICATED -> "AUTHENTICATION_ERROR";
            case SSH_KEY_NOT_FOUND -> hidesKeys ? "AUTHENTICATION_ERROR" : "SSH_KEY_NOT_FOUND_ERROR";
            case DUPLICATE_SSH_KEY -> hidesKeys ? "AUTHENTICATION_ERROR" : "DUPLICATE_SSH_KEY_ERROR";
            case NOT_AUTHORISED -> "AUTHORISATION_ERROR";
            case SCOPE_MISSING -> "OPERATION_NOT_ALLOWED";
            case NOT_FOUND -> "RESOURCE_NOT_FOUND_ERROR";
            case EXISTS -> "RESOURCE_EXISTS_ERROR";
            case FILE_TYPE -> "FILE_TYPE_NOT_SUPPORTED_ERROR";
            case FILE_SIZE -> "FILE_SIZE_NOT_SUPPORTED_ERROR";
            case UPLOAD_NOT_SUPPORTED -> "UPLOAD_OPERATION_NOT_SUPPORTED_ERROR";
            case INVALID_DATE -> "INVALID_DATE_FORMAT_ERROR";
            case INVALID_ARGUMENTS -> legacy ? "UNKNOWN_ERROR" : "INVALID_ARGUMENTS_ERROR";
            case UNKNOWN -> "UNKNOWN_ERROR";
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
