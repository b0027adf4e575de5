package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Child;
import io.encord4j.benchmarks.ClassPath;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Rounds;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starting within a JVM, up to the first answer: the first start of all, and further ones. */
public final class StartBench implements Bench {

    private static final int WARM = 10;
    private static final Map<String, String[]> PROGRAMS = programs();

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Lab lab) throws IOException {
        Map<String, Rounds.Measure> first = new LinkedHashMap<>();
        PROGRAMS.keySet()
                .forEach(name -> first.put(name, () -> {
                    try (Child child = child(name)) {
                        return child.answer();
                    }
                }));
        Rounds firsts = Rounds.of(lab.rounds(9), first);
        lab.found(new Finding(
                "fake: first start in a fresh JVM, to the first answer",
                firsts.samples("fake").text("ms"),
                "WireMock: %s, MockServer: %s, JDK: %s"
                        .formatted(
                                firsts.samples("wiremock").text("ms"),
                                firsts.samples("mockserver").text("ms"),
                                firsts.samples("jdk").text("ms")),
                firsts.ratio("fake", "wiremock"),
                new Goal.AtMost(0.4)));
        lab.found(new Finding(
                "the same",
                firsts.samples("fake").text("ms"),
                "Javalin with one constant answer: " + firsts.samples("javalin").text("ms"),
                firsts.ratio("fake", "javalin"),
                new Goal.None()));
        Map<String, Child> children = new HashMap<>();
        try {
            Map<String, Rounds.Measure> again = new LinkedHashMap<>();
            for (String name : List.of("fake", "wiremock", "jdk")) {
                Child child = child(name);
                children.put(name, child);
                child.answer();
                again.put(name, () -> child.ask("again"));
            }
            Rounds.of(WARM, again);
            Rounds further = Rounds.of(lab.rounds(31), again);
            lab.found(new Finding(
                    "fake: further starts in the same JVM",
                    further.samples("fake").text("ms"),
                    "WireMock: %s, JDK: %s"
                            .formatted(
                                    further.samples("wiremock").text("ms"),
                                    further.samples("jdk").text("ms")),
                    further.ratio("fake", "wiremock"),
                    new Goal.AtMost(1)));
        } finally {
            for (Child child : children.values()) {
                child.close();
            }
        }
    }

    private static Child child(String name) throws IOException {
        String[] program = PROGRAMS.get(name);
        return Child.program(List.of(), program[0], program[1]);
    }

    private static Map<String, String[]> programs() {
        Map<String, String[]> programs = new LinkedHashMap<>();
        programs.put("fake", new String[] {ClassPath.ofFake(), "io.encord4j.benchmarks.child.FakeStart"});
        programs.put(
                "wiremock",
                new String[] {ClassPath.ofRival("wiremock"), "io.encord4j.benchmarks.rivals.WireMockStart"});
        programs.put(
                "mockserver",
                new String[] {ClassPath.ofRival("mockserver"), "io.encord4j.benchmarks.rivals.MockServerStart"});
        programs.put("javalin", new String[] {ClassPath.ofFake(), "io.encord4j.benchmarks.child.JavalinStart"});
        programs.put("jdk", new String[] {ClassPath.ofNothing(), "io.encord4j.benchmarks.child.JdkStart"});
        return programs;
    }
}
