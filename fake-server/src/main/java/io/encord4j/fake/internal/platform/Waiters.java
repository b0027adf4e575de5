package io.encord4j.fake.internal.platform;

import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.internal.platform.model.PlatformState;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Those who wait for a state of a world. They are asked after each change, and when running time brings something. */
final class Waiters {

    private static final Duration SHORTEST_ALARM = Duration.ofMillis(1);

    private record Waiter(
            Predicate<? super PlatformState> condition,
            Instant deadline,
            CompletableFuture<Boolean> answer,
            AtomicReference<@Nullable SetAlarm> alarm) {}

    /** An alarm for a time in the world. Moving time makes another clock, for which it rings too late. */
    private record SetAlarm(ClockSetting clock, Instant at, Alarm.Cancellation cancellation) {

        boolean isFor(ClockSetting otherClock, Instant otherTime) {
            return clock.equals(otherClock) && at.equals(otherTime);
        }
    }

    private final World world;
    private final Alarm alarm;
    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Waiters(World world, Alarm alarm) {
        this.world = world;
        this.alarm = alarm;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // forgetting cannot fail, and the caller has the answer itself
    CompletableFuture<Boolean> add(Predicate<? super PlatformState> condition, Instant deadline) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Waiter waiter = new Waiter(condition, deadline, answer, new AtomicReference<>());
        waiting.add(waiter);
        answer.whenComplete((result, error) -> forget(waiter));
        ask(waiter);
        return answer;
    }

    void check() {
        for (Waiter waiter : waiting) {
            ask(waiter);
        }
    }

    void close() {
        closed = true;
        for (Waiter waiter : waiting) {
            waiter.answer().complete(false);
        }
    }

    private void ask(Waiter waiter) {
        PlatformState state = world.observe();
        Instant now = world.now();
        if (waiter.condition().test(state)) {
            waiter.answer().complete(true);
        } else if (closed || !now.isBefore(waiter.deadline())) {
            waiter.answer().complete(false);
        } else {
            setAlarm(waiter, state, now);
        }
    }

    private void setAlarm(Waiter waiter, PlatformState state, Instant now) {
        ClockSetting clock = state.clock();
        Instant next = state.work()
                .nextDue()
                .filter(at -> at.isBefore(waiter.deadline()))
                .orElse(waiter.deadline());
        SetAlarm present = waiter.alarm().get();
        if (present != null && present.isFor(clock, next)) {
            return;
        }
        SetAlarm other = null;
        if (clock.runs()) {
            Duration wait = Duration.between(now, next);
            other = new SetAlarm(
                    clock,
                    next,
                    alarm.after(wait.compareTo(SHORTEST_ALARM) < 0 ? SHORTEST_ALARM : wait, () -> ring(waiter)));
        }
        replace(waiter, other);
        if (waiter.answer().isDone()) {
            forget(waiter);
        }
    }

    private void ring(Waiter waiter) {
        replace(waiter, null);
        ask(waiter);
    }

    private static void replace(Waiter waiter, @Nullable SetAlarm other) {
        SetAlarm old = waiter.alarm().getAndSet(other);
        if (old != null) {
            old.cancellation().cancel();
        }
    }

    private void forget(Waiter waiter) {
        waiting.remove(waiter);
        replace(waiter, null);
    }
}
