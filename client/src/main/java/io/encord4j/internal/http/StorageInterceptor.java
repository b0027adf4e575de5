package io.encord4j.internal.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The outermost interceptor of calls to signed URLs, which carry nothing of ours but the user agent. */
final class StorageInterceptor implements Interceptor {

    private final String userAgent;
    private final @Nullable String cacheControl;
    private final Duration patience;

    /** Makes an interceptor that gives up when nothing is written for a while; never if that is zero. */
    StorageInterceptor(String userAgent, @Nullable String cacheControl, Duration patience) {
        this.userAgent = userAgent;
        this.cacheControl = cacheControl;
        this.patience = patience;
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
        Response response = proceed(chain, request.build());
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

    private Response proceed(Chain chain, Request request) throws IOException {
        if (!(chain.request().body() instanceof WholeBody body)) {
            return chain.proceed(request);
        }
        try (StallWatch watch = new StallWatch(body, chain.call(), patience)) {
            try {
                return chain.proceed(request);
            } catch (IOException e) {
                if (watch.hasStalled()) {
                    SocketTimeoutException stalled = new SocketTimeoutException("The storage has stopped reading");
                    stalled.initCause(e);
                    throw stalled;
                }
                throw e;
            }
        }
    }
}
