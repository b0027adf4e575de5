package io.encord4j.fake.internal.auth;

import io.encord4j.fake.internal.auth.Authentication.MessageSigned;
import io.encord4j.fake.internal.auth.Authentication.Reason;
import io.encord4j.fake.internal.auth.Authentication.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a message signature's time may be from the platform's.
 *
 * @param future the greatest accepted lead of the sender's clock
 */
public record CreatedWindow(Duration past, Duration future) {

    /**
     * Checks a signature's time.
     *
     * @return the refusal, or empty when the time is accepted
     */
    public Optional<Refused> refusal(MessageSigned signed, Instant now) {
        if (signed.created().isBefore(now.minus(past))) {
            return Optional.of(outside(signed, now, "older than " + past.toSeconds()));
        }
        if (signed.created().isAfter(now.plus(future))) {
            return Optional.of(outside(signed, now, "more in the future than " + future.toSeconds()));
        }
        return Optional.empty();
    }

    private static Refused outside(MessageSigned signed, Instant now, String how) {
        return new Refused(
                Reason.OUTSIDE_WINDOW,
                "The signature was created at " + signed.created().getEpochSecond() + ", " + how
                        + " seconds; the platform's time is " + now.getEpochSecond() + ".",
                signed.publicKey());
    }
}
