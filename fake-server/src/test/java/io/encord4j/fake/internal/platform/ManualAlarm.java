package io.encord4j.fake.internal.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Alarms that ring when a test says so. */
final class ManualAlarm implements Alarm {

    record Set(Duration delay, Runnable task) {}

    final List<Set> pending = new CopyOnWriteArrayList<>();

    @Override
    public Cancellation after(Duration delay, Runnable task) {
        Set set = new Set(delay, task);
        pending.add(set);
        return () -> pending.remove(set);
    }

    void ring() {
        List<Set> ringing = List.copyOf(pending);
        pending.clear();
        ringing.forEach(set -> set.task().run());
    }
}
