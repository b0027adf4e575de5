package io.encord4j.internal.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import io.encord4j.wire.api.WireOperation;
import io.encord4j.wire.json.FreeFormJson;
import java.io.IOException;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The outermost interceptor of API calls. Judges what Retrofit would judge wrongly: it takes the HTTP status of an RPC
 * answer for the outcome, keeps whole error answers in memory, and reads nothing where no result is wanted.
 */
final class AnswerInterceptor implements Interceptor {

    private static final long LONGEST_ERROR = 1 << 20;
    private static final JsonAdapter<Object> FREE_FORM = new FreeFormJson();

    private final ServerClock clock;

    AnswerInterceptor(ServerClock clock) {
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Attempt attempt = Attempt.of(chain.request());
        Response response = chain.proceed(chain.request());
        attempt.answered(response.code(), response.headers());
        clock.meet(response.headers());
        WatchedBody body = new WatchedBody(response.body(), attempt);
        try {
            return attempt.operation().queryType() == null
                    ? judgedRest(attempt.operation(), response, body)
                    : judgedRpc(attempt.operation(), response, body);
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
    }

    private static Response judgedRpc(WireOperation operation, Response response, WatchedBody body) throws IOException {
        if (operation.resultType() != null) {
            return success(response, body);
        }
        RpcEnvelope.readIgnoringResult(JsonReader.of(body.source()), operation);
        return success(response, nothing(body));
    }

    private static Response judgedRest(WireOperation operation, Response response, WatchedBody body)
            throws IOException {
        if (response.code() == 204) {
            if (operation.resultType() != null) {
                throw new EmptyResult(false);
            }
            return success(response, nothing(body));
        }
        if (response.code() != 200) {
            throw RefusedAnswer.http(errorText(body));
        }
        if (operation.resultType() != null) {
            return success(response, body);
        }
        // Whatever the result is, it must be JSON.
        JsonReader reader = JsonReader.of(body.source());
        reader.skipValue();
        WireConverters.requireEnd(reader);
        return success(response, nothing(body));
    }

    private static Response success(Response response, ResponseBody body) {
        return response.newBuilder().code(200).message("OK").body(body).build();
    }

    private static ResponseBody nothing(WatchedBody body) {
        body.close();
        return ResponseBody.create(new byte[0], (MediaType) null);
    }

    /** The {@code message} of an error, or its {@code detail}; null if the error is no JSON object, or has neither. */
    private static @Nullable String errorText(WatchedBody body) throws IOException {
        Buffer start = new Buffer();
        body.source().request(LONGEST_ERROR);
        start.write(
                body.source().getBuffer(),
                Math.min(LONGEST_ERROR, body.source().getBuffer().size()));
        return errorText(start);
    }

    private static @Nullable String errorText(Buffer json) {
        Object error;
        try {
            error = FREE_FORM.fromJson(JsonReader.of(json));
        } catch (IOException | RuntimeException e) {
            // Not JSON: the status says all that is known.
            return null;
        }
        if (!(error instanceof Map<?, ?> object)) {
            return null;
        }
        if (object.get("message") instanceof String message) {
            return message;
        }
        Object detail = object.get("detail");
        return detail == null || detail instanceof String ? (String) detail : FREE_FORM.toJson(detail);
    }
}
