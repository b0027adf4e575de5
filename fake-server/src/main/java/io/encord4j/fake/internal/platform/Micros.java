package io.encord4j.fake.internal.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The platform keeps time in microseconds, the finest that its dates on the wire can show. */
final class Micros {

    private Micros() {}

    static Instant truncated(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
