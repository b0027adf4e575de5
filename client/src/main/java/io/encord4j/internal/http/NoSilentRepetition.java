package io.encord4j.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * OkHttp sends a request again, unasked and unseen, when a 503 comes with {@code Retry-After: 0}; nothing switches that
 * off. This network interceptor says the same in a way that OkHttp does not understand, and our own rules do: a date in
 * the past.
 */
final class NoSilentRepetition implements Interceptor {

    private static final String LONG_AGO = "Thu, 01 Jan 1970 00:00:00 GMT";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String retryAfter = response.header("Retry-After");
        if (response.code() == 503 && retryAfter != null && retryAfter.matches("\\d+") && isZero(retryAfter)) {
            return response.newBuilder().header("Retry-After", LONG_AGO).build();
        }
        return response;
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(digit -> digit == '0');
    }
}
