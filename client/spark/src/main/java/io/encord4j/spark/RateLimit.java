package io.encord4j.spark;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Lets all tasks of an executor wait when the service tells one of them that there were too many requests. */
final class RateLimit implements Interceptor {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration UNSAID = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final long origin = System.nanoTime();

    /** Nanoseconds after the origin before which no request is sent. */
    private final AtomicLong resumesAt = new AtomicLong();

    @Override
    public Response intercept(Chain chain) throws IOException {
        await();
        Response response = chain.proceed(chain.request());
        if (response.code() == TOO_MANY_REQUESTS) {
            Duration wait = retryAfter(response.header("Retry-After"));
            resumesAt.accumulateAndGet(now() + wait.toNanos(), Math::max);
        }
        return response;
    }

    private void await() throws IOException {
        for (long left = resumesAt.get() - now(); left > 0; left = resumesAt.get() - now()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("Interrupted while waiting out the rate limit of the service");
            }
        }
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    private static Duration retryAfter(@Nullable String header) {
        if (header == null || !header.strip().matches("\\d{1,6}")) {
            return UNSAID;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(header.strip()));
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
