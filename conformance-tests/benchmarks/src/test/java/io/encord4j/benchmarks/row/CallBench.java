package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Child;
import io.encord4j.benchmarks.ClassPath;
import io.encord4j.benchmarks.FakeJar;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Rounds;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What the client adds to one small call. */
public final class CallBench implements Bench {

    @Override
    public String name() {
        return "call";
    }

    @Override
    public void run(Lab lab) throws IOException {
        try (FakeJar fake = FakeJar.start(lab, "-Xmx256m");
                Child child = Child.program(
                        List.of("-Xmx256m"),
                        ClassPath.ofTests(),
                        "io.encord4j.benchmarks.child.Caller",
                        fake.url(),
                        fake.dataset(),
                        fake.apiKey())) {
            long end = System.nanoTime() + lab.warmUp().toNanos();
            do {
                child.ask("client");
                child.ask("okhttp");
            } while (System.nanoTime() < end);
            Rounds times = Rounds.of(
                    lab.rounds(11), Map.of("client", () -> child.ask("client"), "okhttp", () -> child.ask("okhttp")));
            lab.found(new Finding(
                    "one small call, by the client",
                    times.samples("client").text("µs"),
                    "OkHttp with prepared bytes: " + times.samples("okhttp").text("µs"),
                    times.ratio("client", "okhttp"),
                    new Goal.AtMost(1.3)));
            Rounds bytes = Rounds.of(
                    lab.rounds(3),
                    Map.of("client", () -> child.ask("client-bytes"), "okhttp", () -> child.ask("okhttp-bytes")));
            lab.found(new Finding(
                    "bytes allocated by that call",
                    bytes.samples("client").text(""),
                    "OkHttp: " + bytes.samples("okhttp").text(""),
                    bytes.ratio("client", "okhttp"),
                    new Goal.None()));
        }
    }
}
