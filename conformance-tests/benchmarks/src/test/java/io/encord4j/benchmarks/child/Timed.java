package io.encord4j.benchmarks.child;

import java.io.IOException;
import java.time.Duration;

/** Times work within a JVM. What the work gives is kept where the compiler cannot prove that nobody looks. */
final class Timed {

    private volatile Object kept = "";

    /** Something to do again and again. */
    @FunctionalInterface
    interface Work {
        Object run() throws IOException;
    }

    /** Nanoseconds a run, over at least this long. */
    double nanos(Duration atLeast, Work work) throws IOException {
        long start = System.nanoTime();
        long runs = 0;
        long passed = 0;
        while (passed < atLeast.toNanos()) {
            kept = work.run();
            runs++;
            passed = System.nanoTime() - start;
        }
        return (double) passed / runs;
    }

    Object kept() {
        return kept;
    }
}
