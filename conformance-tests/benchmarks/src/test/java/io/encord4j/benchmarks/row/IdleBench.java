package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Rounds;
import io.encord4j.benchmarks.Servers;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Memory of servers that have answered once and have nothing to do. */
public final class IdleBench implements Bench {

    private static final int REST = 1_000;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public void run(Lab lab) throws IOException {
        Map<String, Rounds.Measure> rivals = new LinkedHashMap<>();
        for (String name : Servers.NAMES) {
            rivals.put(name, () -> {
                try (Servers.Started started = Servers.start(lab, name, List.of("-Xmx64m"))) {
                    started.process().rest(REST);
                    return started.process().residentMebibytes();
                }
            });
        }
        Rounds rounds = Rounds.of(lab.rounds(3), rivals);
        lab.found(new Finding(
                "fake: idle memory of the jar, all with `-Xmx64m`",
                rounds.samples("fake").text("MiB"),
                "WireMock: %s, MockServer: %s, JDK: %s"
                        .formatted(
                                rounds.samples("wiremock").text("MiB"),
                                rounds.samples("mockserver").text("MiB"),
                                rounds.samples("jdk").text("MiB")),
                rounds.ratio("fake", "wiremock"),
                new Goal.AtMost(1)));
    }
}
