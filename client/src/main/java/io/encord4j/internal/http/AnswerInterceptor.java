package io.encord4j.internal.http;

import com.squareup.moshi.JsonReader;
import io.encord4j.wire.api.WireOperation;
import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * The outermost interceptor of API calls. Judges what Retrofit would judge wrongly: it takes the HTTP status of an RPC
 * answer for the outcome, keeps whole error answers in memory, and reads nothing where no result is wanted.
 */
final class AnswerInterceptor implements Interceptor {

    private static final Pattern SUCCESS = Pattern.compile("\\uFEFF?\\s*\\{\\s*\"status\"\\s*:\\s*200\\s*[,}]");

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
        if (response.code() >= 300) {
            throwUnlessSuccess(operation, body.source());
        }
        if (operation.resultType() != null) {
            return success(response, body);
        }
        RpcEnvelope.readIgnoringResult(body.source(), operation);
        return success(response, nothing(body));
    }

    /** The envelope decides whatever HTTP says; if there is none, HTTP does. */
    private static void throwUnlessSuccess(WireOperation operation, BufferedSource source) throws IOException {
        Buffer start = ErrorBody.read(source, AnswerInterceptor::isSuccess);
        if (isSuccess(start)) {
            return;
        }
        String text = ErrorBody.text(start);
        try {
            RpcEnvelope.readIgnoringResult(start, operation);
        } catch (RefusedAnswer e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw RefusedAnswer.http(text);
        }
    }

    private static boolean isSuccess(Buffer start) {
        Buffer opening = new Buffer();
        start.copyTo(opening, 0, Math.min(100, start.size()));
        return SUCCESS.matcher(opening.readUtf8()).lookingAt();
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
            throw RefusedAnswer.http(ErrorBody.text(ErrorBody.read(body.source(), start -> false)));
        }
        if (operation.resultType() != null) {
            return success(response, body);
        }
        // Whatever the result is, it must be JSON.
        JsonReader reader = BoundedJson.reader(body.source(), operation);
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
}
