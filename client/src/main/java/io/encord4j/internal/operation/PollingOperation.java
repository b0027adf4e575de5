package io.encord4j.internal.operation;

import io.encord4j.CallException;
import io.encord4j.CancelledException;
import io.encord4j.InterruptedCallException;
import io.encord4j.InvalidValueException;
import io.encord4j.Operation;
import io.encord4j.Outcome;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An operation that is watched by asking again and again. */
public class PollingOperation<T> implements Operation<T> {
    private static final int TOLERATED_FAILURES = 2;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    /** How much later than the deadline an answer may come that was asked for in time. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration LONGEST_QUESTION = Duration.ofDays(1);

    private final String id;
    private final Question<T> question;
    private final Pacing pacing;
    private final Waiting waiting;
    private final Background background;
    private final Waiters waiters = new Waiters();
    private final AtomicReference<@Nullable Outcome<T>> ended = new AtomicReference<>();

    /** Asks the service how the work stands. */
    @FunctionalInterface
    public interface Question<T> {
        /**
         * Asks once.
         *
         * @param hold how long the service may hold the question if the work goes on
         * @param limit how long the question may take in all, repetitions included
         * @return the answer
         */
        Outcome<T> ask(Duration hold, Duration limit);
    }

    /**
     * Makes an operation.
     *
     * @param id its id
     * @param question asks how it stands
     * @param pacing how often to ask
     * @param waiting tells the time and lets it pass
     * @param background threads for futures
     */
    public PollingOperation(String id, Question<T> question, Pacing pacing, Waiting waiting, Background background) {
        this.id = id;
        this.question = question;
        this.pacing = pacing;
        this.waiting = waiting;
        this.background = background;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outcome<T> poll() {
        Outcome<T> known = ended.get();
        return known != null ? known : remember(question.ask(Duration.ZERO, LONGEST_QUESTION));
    }

    @Override
    public Outcome<T> await(Duration timeout) {
        if (timeout.isNegative()) {
            throw InvalidValueException.outOfRange("timeout", timeout, "zero or a positive duration");
        }
        Outcome<T> known = ended.get();
        if (known != null) {
            return known;
        }
        waiters.enter();
        boolean calledOff = false;
        try {
            return waitFor(timeout);
        } catch (InterruptedCallException e) {
            calledOff = waiters.leave();
            if (!calledOff) {
                throw e;
            }
            return new Outcome.Cancelled<>(id, false);
        } finally {
            if (!calledOff) {
                waiters.leave();
            }
        }
    }

    @Override
    public Cancellation cancel() {
        waiters.cancelAll();
        return ended.get() != null ? Cancellation.ALREADY_ENDED : Cancellation.WAITING_STOPPED;
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        return background.run(() -> await(ChronoUnit.FOREVER.getDuration()).orThrow());
    }

    @Override
    public String toString() {
        return "Operation[id=%s, ended=%s]".formatted(id, ended.get() != null);
    }

    private Outcome<T> waitFor(Duration timeout) {
        Waiting.Watch watch = waiting.startWatch();
        Duration pause = pacing.first();
        int failures = 0;
        while (true) {
            Waiting.Watch question = waiting.startWatch();
            Duration left = min(atLeastZero(timeout.minus(watch.elapsed())), LONGEST_QUESTION);
            Duration hold = pacing.hold(left);
            @Nullable Outcome<T> outcome = null;
            try {
                outcome = this.question.ask(hold, left.plus(GRACE));
                failures = 0;
            } catch (InterruptedCallException | CancelledException e) {
                throw e;
            } catch (CallException e) {
                // The work goes on without us; one lost answer is no reason to lose sight of it.
                failures++;
                if (failures > TOLERATED_FAILURES && watch.elapsed().compareTo(timeout) < 0) {
                    throw e;
                }
            }
            if (outcome != null && !(outcome instanceof Outcome.Pending)) {
                return remember(outcome);
            }
            Duration waited = watch.elapsed();
            Duration remaining = timeout.minus(waited);
            if (remaining.isNegative() || remaining.isZero()) {
                return new Outcome.TimedOut<>(id, waited);
            }
            if (outcome == null) {
                waiting.pause().accept(min(AFTER_FAILURE, remaining));
            } else if (wasHeld(question.elapsed(), hold)) {
                pause = pacing.first();
            } else {
                waiting.pause()
                        .accept(min(Pacing.jittered(pause, waiting.chance().getAsDouble()), remaining));
                pause = pacing.next(pause);
            }
        }
    }

    /** A service that holds the question sets the pace itself. */
    private static boolean wasHeld(Duration took, Duration hold) {
        return !hold.isZero() && took.multipliedBy(2).compareTo(hold) >= 0;
    }

    private Outcome<T> remember(Outcome<T> outcome) {
        if (outcome.isEnded()) {
            ended.compareAndSet(null, outcome);
        }
        return outcome;
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
