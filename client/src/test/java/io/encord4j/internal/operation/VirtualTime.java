package io.encord4j.internal.operation;

import io.encord4j.ErrorDetails;
import io.encord4j.InterruptedCallException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that only passes when somebody sleeps. */
public final class VirtualTime {
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    public Waiting waiting() {
        return new Waiting(nanos::get, this::sleep, () -> 0.5);
    }

    public List<Duration> sleeps() {
        return sleeps;
    }

    public void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    private void sleep(Duration duration) {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedCallException(ErrorDetails.of("interrupted"), null);
        }
        sleeps.add(duration);
        advance(duration);
    }
}
