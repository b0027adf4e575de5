package io.encord4j.internal.http;

import io.encord4j.ClientClosedException;
import io.encord4j.EncordException;
import io.encord4j.RetryPolicy;
import io.encord4j.internal.http.Failures.Tries;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Tries a call until it succeeds, or trying again is not allowed or not worth it. What may be sent twice stands in the
 * description of the API; what never left this machine may always be sent again.
 */
final class Retries {

    private static final Logger LOG = System.getLogger("io.encord4j");

    /** Attempts that do not count; a pool can hold several connections that a server has closed. */
    private static final int MOST_UNPROCESSED = 20;

    private static final Set<Integer> PASSING_STATUSES = Set.of(413, 429, 500, 502, 503);

    private final Timing timing;
    private final Workers workers;
    private final Failures failures;
    private final ServerClock clock;

    Retries(Timing timing, Workers workers, Failures failures, ServerClock clock) {
        this.timing = timing;
        this.workers = workers;
        this.failures = failures;
        this.clock = clock;
    }

    /** One attempt. */
    interface Try<T, R> {

        R make(Call<T> call, Attempt attempt, Tries tries) throws IOException;
    }

    /**
     * Tries a call.
     *
     * @param first the call, which is copied for each further attempt
     * @param limit how long all attempts may take; null for no limit
     */
    <T, R> R run(
            Call<T> first, @Nullable String resourceId, RetryPolicy policy, @Nullable Duration limit, Try<T, R> each) {
        RetryLoop loop = new RetryLoop(policy, limit);
        for (Call<T> call = first; ; call = call.clone()) {
            Attempt attempt = Attempt.of(call.request());
            attempt.concern(resourceId);
            loop.begin(call, attempt);
            try {
                return each.make(call, attempt, loop.tries);
            } catch (EncordException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                loop.failed(e, attempt);
            }
        }
    }

    /** The attempts of one call. */
    private final class RetryLoop {

        private final RetryPolicy policy;
        private final @Nullable Duration limit;
        private final long start = timing.nanoTime().getAsLong();
        private Tries tries = Tries.NONE;
        private int repetitions;
        private int unprocessedAttempts;
        private boolean clockCorrected;

        RetryLoop(RetryPolicy policy, @Nullable Duration limit) {
            this.policy = policy;
            this.limit = limit;
        }

        void begin(Call<?> call, Attempt attempt) {
            if (workers.isClosed()) {
                throw new ClientClosedException();
            }
            if (Thread.currentThread().isInterrupted()) {
                throw failures.interrupted(null, attempt, tries);
            }
            if (limit != null) {
                long left = Math.max(1, limit.minus(elapsed()).toNanos());
                call.timeout().timeout(left, TimeUnit.NANOSECONDS);
            }
            tries = tries.next();
        }

        /** Returns when it is time for the next attempt; throws if there is none. */
        void failed(Exception failure, Attempt attempt) {
            boolean unprocessed = isUnprocessed(failure) && attempt.httpStatus() == 0;
            if (unprocessed) {
                attempt.wasNotProcessed();
            }
            tries = tries.after(attempt);
            if (failure instanceof InterruptedIOException) {
                refuseToGoOn(failure, attempt);
            }
            if (unprocessed && ++unprocessedAttempts <= MOST_UNPROCESSED) {
                return;
            }
            if (!clockCorrected && isSkewed(attempt)) {
                clockCorrected = true;
                return;
            }
            EncordException error = failures.of(failure, attempt, tries);
            repetitions++;
            if (repetitions >= policy.maxAttempts() || !isWorthRepeating(failure, attempt)) {
                throw error;
            }
            Duration wait = waitBefore(repetitions, attempt, policy);
            Duration next = elapsed().plus(wait);
            if (next.compareTo(policy.maxElapsed()) > 0 || (limit != null && next.compareTo(limit) >= 0)) {
                throw error;
            }
            log(attempt, tries, wait, error);
            pause(wait, attempt, tries);
        }

        /** OkHttp has one exception for interrupts, for its timeouts and for ours. */
        private void refuseToGoOn(Exception failure, Attempt attempt) {
            if (Thread.currentThread().isInterrupted()) {
                throw failures.interrupted(failure, attempt, tries);
            }
            if (limit != null && elapsed().compareTo(limit) >= 0) {
                throw failures.deadline(limit, attempt, tries);
            }
        }

        private Duration elapsed() {
            return Duration.ofNanos(timing.nanoTime().getAsLong() - start);
        }
    }

    /**
     * Whether the server says, or OkHttp knows, that the request was not looked at; repeating it then cannot do anything twice. OkHttp's module does not
     * export these exceptions.
     */
    private static boolean isUnprocessed(Exception failure) {
        return failure instanceof StaleConnection
                || failure.getClass().getName().equals("okhttp3.internal.http2.ConnectionShutdownException")
                || "stream was reset: REFUSED_STREAM".equals(failure.getMessage());
    }

    private boolean isWorthRepeating(Exception failure, Attempt attempt) {
        if (failure instanceof LocalFailure) {
            return false;
        }
        if (attempt.httpStatus() == 0 && failure instanceof IOException) {
            return !attempt.sent()
                    ? !Failures.isDistrust(failure)
                    : attempt.operation().repeatable();
        }
        boolean passing = PASSING_STATUSES.contains(attempt.httpStatus())
                || (attempt.readFailure() != null && !(failure instanceof RefusedAnswer));
        return passing && attempt.operation().repeatable();
    }

    /** A signature that was refused because of its time was refused before anything was done. */
    private boolean isSkewed(Attempt attempt) {
        return attempt.httpStatus() == 401
                && attempt.created() != 0
                && clock.explains(attempt.headers(), attempt.created());
    }

    private Duration waitBefore(int repetition, Attempt attempt, RetryPolicy policy) {
        Duration asked = failures.retryAfter(attempt);
        if (asked != null) {
            return asked;
        }
        double share = 1 + policy.jitter() * (2 * timing.random().nextDouble() - 1);
        return Duration.ofNanos((long) (policy.delayBefore(repetition).toNanos() * share));
    }

    private void pause(Duration wait, Attempt attempt, Tries tries) {
        try {
            timing.pause().await(wait, workers.closed());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.interrupted(e, attempt, tries);
        }
        if (workers.isClosed()) {
            throw failures.closed(null, attempt, tries);
        }
    }

    private static void log(Attempt attempt, Tries tries, Duration wait, EncordException error) {
        LOG.log(
                Level.DEBUG,
                () -> "Attempt " + tries.count() + " of " + attempt.operation().id() + " failed ("
                        + error.getClass().getSimpleName() + ", HTTP " + attempt.httpStatus() + "), next one in "
                        + wait.toMillis() + " ms");
    }
}
