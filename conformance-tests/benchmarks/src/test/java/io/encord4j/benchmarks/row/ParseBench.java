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

/** {@code dataset}/GET with 100,000 rows, from bytes to records. */
public final class ParseBench implements Bench {

    private static final int WARM = 8;

    @Override
    public String name() {
        return "parse";
    }

    @Override
    public void run(Lab lab) throws IOException {
        race(lab, "2022", "four fields each, as 2022 has them");
        race(lab, "2026", "all fields of 2026");
    }

    private static void race(Lab lab, String generation, String rows) throws IOException {
        try (Child child = Child.program(
                List.of("-Xmx2g"), ClassPath.ofTests(), "io.encord4j.benchmarks.child.Parsers", generation)) {
            Map<String, Rounds.Measure> rivals = new LinkedHashMap<>();
            for (String rival : List.of("client", "jackson", "gson", "moshi")) {
                rivals.put(rival, () -> child.ask(rival));
            }
            Rounds.of(WARM, rivals);
            Rounds rounds = Rounds.of(lab.rounds(15), rivals);
            boolean jackson =
                    rounds.samples("jackson").median() < rounds.samples("gson").median();
            String faster = jackson ? "jackson" : "gson";
            lab.found(new Finding(
                    "parse of 100,000 rows, " + rows,
                    rounds.samples("client").text("ms"),
                    "Jackson: %s, Gson: %s"
                            .formatted(
                                    rounds.samples("jackson").text("ms"),
                                    rounds.samples("gson").text("ms")),
                    rounds.ratio("client", faster),
                    new Goal.AtMost(0.5)));
            lab.found(new Finding(
                    "the same",
                    rounds.samples("client").text("ms"),
                    "Moshi's reader, skipping all of it: "
                            + rounds.samples("moshi").text("ms"),
                    rounds.ratio("client", "moshi"),
                    new Goal.None()));
        }
    }
}
