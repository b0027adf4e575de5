package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Child;
import io.encord4j.benchmarks.ClassPath;
import io.encord4j.benchmarks.Curl;
import io.encord4j.benchmarks.FakeJar;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Probe;
import io.encord4j.benchmarks.RawConnection;
import io.encord4j.benchmarks.Rounds;
import io.encord4j.benchmarks.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** 1 GiB by curl to the fake in a small heap, which hashes and stores it, and to a bare server that writes it to a file. */
public final class PutBench implements Bench {

    @Override
    public String name() {
        return "put";
    }

    @Override
    public void run(Lab lab) throws IOException {
        Path film = Curl.gibibyte(lab.folder());
        int port = Probe.freePort();
        Path stored = lab.folder().resolve("stored");
        try (FakeJar fake = FakeJar.start(lab, "-Xmx64m");
                Child bare = Child.silent(
                        List.of("-Xmx64m", "-cp", ClassPath.ofNothing()),
                        "io.encord4j.benchmarks.child.JdkServer",
                        String.valueOf(port),
                        stored.toString())) {
            Probe.awaitAnswer(bare, port, RawConnection.post("/", "{}"));
            String target = fake.signedUrl("film.mp4");
            Rounds.Measure ours = () -> Curl.put(film, target);
            Rounds.Measure theirs = () -> Curl.put(film, "http://127.0.0.1:" + port + "/film");
            long end = System.nanoTime() + lab.warmUp().toNanos();
            do {
                ours.take();
                theirs.take();
            } while (System.nanoTime() < end);
            Rounds rounds = Rounds.of(lab.rounds(7), Map.of("fake", ours, "bare", theirs));
            lab.found(new Finding(
                    "fake: PUT of 1 GiB to a signed URL, hashed and stored, `-Xmx64m`",
                    rounds.samples("fake").text("s"),
                    "JDK server that writes to a file: "
                            + rounds.samples("bare").text("s"),
                    rounds.ratio("fake", "bare"),
                    new Goal.AtMost(1.3)));
            lab.note("resident memory of the fake after these PUTs: "
                    + Samples.number(fake.process().residentMebibytes()) + " MiB");
        }
        Files.deleteIfExists(stored);
        Files.delete(film);
    }
}
