package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Child;
import io.encord4j.benchmarks.ClassPath;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Rounds;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Snapshot, restore, fork and reset of worlds of different sizes. */
public final class StateBench implements Bench {

    private static final List<Integer> SIZES = List.of(1, 1_000, 1_000_000);
    private static final int WARM = 2;

    @Override
    public String name() {
        return "state";
    }

    @Override
    public void run(Lab lab) throws IOException {
        try (Child child =
                Child.program(List.of("-Xmx2g"), ClassPath.ofFake(), "io.encord4j.benchmarks.child.Scaler")) {
            for (int size : SIZES) {
                child.ask("fill " + size);
            }
            for (String operation : List.of("snapshot", "restore", "fork", "reset")) {
                Map<String, Rounds.Measure> sizes = new LinkedHashMap<>();
                SIZES.forEach(size -> sizes.put(String.valueOf(size), () -> child.ask(operation + " " + size)));
                Rounds.of(WARM, sizes);
                Rounds rounds = Rounds.of(lab.rounds(5), sizes);
                lab.found(new Finding(
                        "fake: `" + operation + "` with 1,000,000 rows",
                        rounds.samples("1000000").text("ns"),
                        "1 row: %s, 1,000 rows: %s"
                                .formatted(
                                        rounds.samples("1").text("ns"),
                                        rounds.samples("1000").text("ns")),
                        rounds.ratio("1000000", "1"),
                        new Goal.AtMost(3)));
            }
        }
    }
}
