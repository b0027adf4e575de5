package io.encord4j.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** The last network interceptor: what gets here has a connection, and its bytes leave next. */
final class DepartureInterceptor implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Attempt.of(chain.request()).departs();
        return chain.proceed(chain.request());
    }
}
