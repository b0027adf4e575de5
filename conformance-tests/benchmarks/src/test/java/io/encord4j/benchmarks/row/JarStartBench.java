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

/** From the start of a process to its first answer. */
public final class JarStartBench implements Bench {

    @Override
    public String name() {
        return "jar";
    }

    @Override
    public void run(Lab lab) throws IOException {
        Map<String, Rounds.Measure> rivals = new LinkedHashMap<>();
        Servers.NAMES.forEach(name -> rivals.put(name, () -> start(lab, name, List.of())));
        String archive = lab.folder().resolve("fake.jsa").toString();
        start(lab, "fake", List.of("-XX:ArchiveClassesAtExit=" + archive));
        List<String> flags = List.of("-XX:SharedArchiveFile=" + archive, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        rivals.put("archive", () -> start(lab, "fake", flags));
        Rounds rounds = Rounds.of(lab.rounds(9), rivals);
        String against = "WireMock: %s, MockServer: %s, JDK: %s"
                .formatted(
                        rounds.samples("wiremock").text("ms"),
                        rounds.samples("mockserver").text("ms"),
                        rounds.samples("jdk").text("ms"));
        lab.found(new Finding(
                "fake: `java -jar` to the first answer",
                rounds.samples("fake").text("ms"),
                against,
                rounds.ratio("fake", "wiremock"),
                new Goal.AtMost(0.4)));
        lab.found(new Finding(
                "the same with a class-data archive and the flags that go with it",
                rounds.samples("archive").text("ms"),
                against,
                rounds.ratio("archive", "wiremock"),
                new Goal.AtMost(0.4)));
    }

    private static double start(Lab lab, String name, List<String> flags) throws IOException {
        try (Servers.Started started = Servers.start(lab, name, flags)) {
            return started.millis();
        }
    }
}
