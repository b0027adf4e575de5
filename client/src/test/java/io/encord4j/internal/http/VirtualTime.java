package io.encord4j.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A time that passes only when somebody waits, and remembers for how long they did. */
final class VirtualTime {

    private final Instant start;
    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    VirtualTime() {
        this(Instant.now());
    }

    VirtualTime(Instant start) {
        this.start = start;
    }

    List<Duration> pauses() {
        return pauses;
    }

    void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    Instant now() {
        return start.plusNanos(nanos.get());
    }

    Timing timing() {
        return new Timing(
                new VirtualClock(),
                nanos::get,
                (duration, until) -> {
                    pauses.add(duration);
                    pass(duration);
                },
                new Random(7));
    }

    private final class VirtualClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
