package io.encord4j.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The outermost interceptor of calls to signed URLs, which carry nothing of ours but the user agent. */
final class StorageInterceptor implements Interceptor {

    private final String userAgent;
    private final @Nullable String cacheControl;

    StorageInterceptor(String userAgent, @Nullable String cacheControl) {
        this.userAgent = userAgent;
        this.cacheControl = cacheControl;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Attempt attempt = Attempt.of(chain.request());
        Request.Builder request = chain.request()
                .newBuilder()
                .header("User-Agent", userAgent)
                // The bytes as they are stored, and their number.
                .header("Accept-Encoding", "identity");
        if (cacheControl != null && chain.request().method().equals("PUT")) {
            request.header("Cache-Control", cacheControl);
        }
        boolean partial = attempt.rangeStart() > 0;
        if (partial) {
            request.header("Range", "bytes=" + attempt.rangeStart() + "-");
        }
        Response response = chain.proceed(request.build());
        if (response.isSuccessful() && chain.request().body() instanceof WholeBody body && !body.isWhole()) {
            // OkHttp reads an answer that came early although the rest of the body could no longer be sent.
            response.close();
            throw new IOException("The storage answered before it had the whole file, and closed the connection");
        }
        attempt.answered(response.code(), response.headers());
        boolean resumed = partial && response.code() == 206 && isRest(response, attempt.rangeStart());
        if (response.code() != 200 && !resumed) {
            // Its text may repeat the signed URL.
            response.close();
            throw RefusedAnswer.http(null);
        }
        return response.newBuilder()
                .body(new WatchedBody(response.body(), attempt))
                .build();
    }

    private static boolean isRest(Response response, long start) {
        String range = response.header("Content-Range");
        return range != null && range.strip().startsWith("bytes " + start + "-");
    }
}
