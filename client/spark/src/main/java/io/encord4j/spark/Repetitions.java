package io.encord4j.spark;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Counts the requests of each thread that the client makes again: a task is one thread, and calls run on the thread of their caller. */
final class Repetitions implements Interceptor {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_FAULT = 500;
    private static final ThreadLocal<long[]> COUNT = ThreadLocal.withInitial(() -> new long[1]);

    static long ofThisThread() {
        return COUNT.get()[0];
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        boolean answered = false;
        try {
            Response response = chain.proceed(chain.request());
            answered = response.code() != TOO_MANY_REQUESTS && response.code() < FIRST_SERVER_FAULT;
            return response;
        } finally {
            if (!answered) {
                COUNT.get()[0]++;
            }
        }
    }
}
