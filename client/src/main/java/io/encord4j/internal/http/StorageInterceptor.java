package io.encord4j.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** The outermost interceptor of calls to signed URLs, which carry nothing of ours but the user agent. */
final class StorageInterceptor implements Interceptor {

    private final String userAgent;

    StorageInterceptor(String userAgent) {
        this.userAgent = userAgent;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Attempt attempt = Attempt.of(chain.request());
        Request request = chain.request()
                .newBuilder()
                .header("User-Agent", userAgent)
                // The bytes as they are stored, and their number.
                .header("Accept-Encoding", "identity")
                .build();
        Response response = chain.proceed(request);
        attempt.answered(response.code(), response.headers());
        if (response.code() != 200) {
            // Its text may repeat the signed URL.
            response.close();
            throw RefusedAnswer.http(null);
        }
        return response.newBuilder()
                .body(new WatchedBody(response.body(), attempt))
                .build();
    }
}
