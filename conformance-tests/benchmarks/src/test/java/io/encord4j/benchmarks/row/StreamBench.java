package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Child;
import io.encord4j.benchmarks.ClassPath;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Samples;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** 1,000,000 rows as a stream in a small heap. */
public final class StreamBench implements Bench {

    private static final int STEPS = 10;
    private static final double MEBIBYTE = 1024 * 1024;

    @Override
    public String name() {
        return "stream";
    }

    @Override
    public void run(Lab lab) throws IOException {
        try (Child child =
                Child.program(List.of("-Xmx64m"), ClassPath.ofTests(), "io.encord4j.benchmarks.child.Streamer")) {
            double[] heap = new double[STEPS];
            for (int i = 0; i < STEPS; i++) {
                heap[i] = child.answer() / MEBIBYTE;
            }
            Samples early = new Samples(Arrays.copyOf(heap, STEPS / 2));
            Samples late = new Samples(Arrays.copyOfRange(heap, STEPS / 2, STEPS));
            lab.found(new Finding(
                    "1,000,000 rows as a stream, `-Xmx64m`: heap in use after each 100,000",
                    late.text("MiB") + " in the second half",
                    early.text("MiB") + " in the first half",
                    Samples.of(late.median() / early.median()),
                    new Goal.AtMost(1.1)));
        }
    }
}
