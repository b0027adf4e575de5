package io.encord4j.internal.http;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Follows redirects, which OkHttp would do without signing anew: at most five, never from https to http, and calls that carry a credential only to
 * the host that they were meant for. A body is written anew for each.
 *
 * @param toAnyHost whether the URL is all there is of a credential, as in a storage
 */
record RedirectInterceptor(boolean toAnyHost) implements Interceptor {
    private static final int MOST = 5;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Response response = chain.proceed(request);
        for (int followed = 0; isRedirect(response, request.method()); followed++) {
            Attempt attempt = Attempt.of(request);
            HttpUrl target = request.url().resolve(response.header("Location", ""));
            String objection = followed == MOST ? "more than five redirects" : objection(request.url(), target);
            if (target == null || objection != null) {
                attempt.refuseRedirect("The server redirects to "
                        + (target == null ? "no URL" : target.scheme() + "://" + target.host())
                        + ", which is not followed: "
                        + objection + ".");
                return response;
            }
            response.close();
            attempt.redirected(target);
            request = request.newBuilder().url(target).build();
            response = chain.proceed(request);
        }
        return response;
    }

    /** The other redirects turn a POST or PUT into a GET. */
    private static boolean isRedirect(Response response, String method) {
        int status = response.code();
        return response.header("Location") != null
                && (status == 307 || status == 308 || ((status == 301 || status == 302) && method.equals("GET")));
    }

    private @Nullable String objection(HttpUrl from, @Nullable HttpUrl to) {
        if (to == null) {
            return "the Location is not a URL";
        }
        if (from.isHttps() && !to.isHttps()) {
            return "it is not encrypted";
        }
        boolean sameHost = from.host().equals(to.host()) && port(from) == port(to);
        return toAnyHost || sameHost ? null : "it is another host";
    }

    /** The ports of http and https are as good as the same. */
    private static int port(HttpUrl url) {
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? 443 : url.port();
    }
}
