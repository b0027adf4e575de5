package io.encord4j.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The server's clock, as its {@code Date} headers tell it: learnt on first contact, and again when the server refuses a
 * signature, which it does when the time in it is too far off.
 */
final class ServerClock {

    /** Signatures are dated back, because clocks differ by seconds even where they are right. */
    private static final Duration BACKDATED = Duration.ofSeconds(30);

    /** {@code Date} has no fraction, and the answer takes its time: less than this says nothing. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final Clock local;
    private final AtomicReference<@Nullable Duration> offset = new AtomicReference<>();

    ServerClock(Clock local) {
        this.local = local;
    }

    /** The {@code created} of a signature made now, in seconds since the epoch. */
    long created() {
        return now().minus(BACKDATED).getEpochSecond();
    }

    Instant now() {
        Duration known = offset.get();
        return known == null ? local.instant() : local.instant().plus(known);
    }

    /** Learns from the first answer, whatever it says. */
    void meet(Headers answer) {
        if (offset.get() == null) {
            learn(answer);
        }
    }

    /**
     * Learns from a refusal.
     *
     * @param created the {@code created} of the refused signature
     * @return whether a signature made now would be dated so differently that it may be accepted
     */
    boolean explains(Headers refusal, long created) {
        return learn(refusal) && Math.abs(created() - created) > TOLERANCE.toSeconds();
    }

    private boolean learn(Headers answer) {
        Instant date = HttpDates.parse(answer.get("Date"));
        if (date == null) {
            return false;
        }
        Duration measured = Duration.between(local.instant(), date);
        offset.set(measured.abs().compareTo(TOLERANCE) <= 0 ? Duration.ZERO : measured);
        return true;
    }
}
