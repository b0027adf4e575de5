package io.encord4j.fake.platform;

import io.encord4j.fake.platform.model.ClockSetting;
import io.encord4j.fake.platform.model.PlatformState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Those who wait for a state of a world. They are asked after each change, and when running time brings something. */
final class Waiters {

    private static final Duration SHORTEST_ALARM = Duration.ofMillis(1);
    private static final Alarm.Cancellation NONE = () -> {};

    private record Waiter(
            Predicate<? super PlatformState> condition,
            Instant deadline,
            CompletableFuture<Boolean> answer,
            AtomicReference<Alarm.Cancellation> alarm) {}

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
        Waiter waiter = new Waiter(condition, deadline, answer, new AtomicReference<>(NONE));
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
        Alarm.Cancellation next = NONE;
        if (clock.runs()) {
            Optional<Instant> due = state.work().nextDue().filter(at -> at.isBefore(waiter.deadline()));
            Duration wait = Duration.between(now, due.orElse(waiter.deadline()));
            next = alarm.after(wait.compareTo(SHORTEST_ALARM) < 0 ? SHORTEST_ALARM : wait, () -> ask(waiter));
        }
        waiter.alarm().getAndSet(next).cancel();
        if (waiter.answer().isDone()) {
            forget(waiter);
        }
    }

    private void forget(Waiter waiter) {
        waiting.remove(waiter);
        waiter.alarm().getAndSet(NONE).cancel();
    }
}
