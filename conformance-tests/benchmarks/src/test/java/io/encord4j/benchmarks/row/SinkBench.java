package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Child;
import io.encord4j.benchmarks.ClassPath;
import io.encord4j.benchmarks.Curl;
import io.encord4j.benchmarks.FakeJar;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Images;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Uploads to a service that drops the bytes, so that the client is what limits them. */
public final class SinkBench implements Bench {
    private static final int FILES = 2_000;
    private static final int BYTES = 20_000;

    @Override
    public String name() {
        return "sink";
    }

    @Override
    public void run(Lab lab) throws IOException {
        try (Child sink =
                Child.program(List.of("-Xmx64m"), ClassPath.ofTests(), "io.encord4j.benchmarks.child.Sink", "0")) {
            String url = "http://localhost:" + (int) sink.answer();
            try (Child client = Child.program(
                    List.of("-Xmx32m"),
                    ClassPath.ofTests(),
                    "io.encord4j.benchmarks.child.Sender",
                    url,
                    key(lab).toString())) {
                film(lab, client, url);
                journal(lab, client);
            }
        }
    }

    private static Path key(Lab lab) throws IOException {
        try (FakeJar fake = FakeJar.start(lab, "-Xmx128m")) {
            return Files.writeString(lab.folder().resolve("key"), fake.sshKey());
        }
    }

    private static void film(Lab lab, Child client, String url) throws IOException {
        Path film = Curl.gibibyte(lab.folder());
        Rounds.Measure ours = () -> 1024 / client.ask("video " + film);
        Rounds.Measure curl = () -> 1024 / Curl.put(film, url + "/storage/film");
        warm(lab, ours, curl);
        Rounds rounds = Rounds.of(lab.rounds(7), Map.of("client", ours, "curl", curl));
        lab.found(new Finding(
                "upload of 1 GiB that is dropped, client with `-Xmx32m`",
                rounds.samples("client").text("MiB/s"),
                "`curl -T`: " + rounds.samples("curl").text("MiB/s"),
                rounds.ratio("client", "curl"),
                new Goal.AtLeast(0.7)));
        Files.delete(film);
    }

    private static void journal(Lab lab, Child client) throws IOException {
        Path folder = Images.folder(lab.folder(), FILES, BYTES);
        Rounds.Measure plain = () -> FILES / client.ask("images " + folder);
        Rounds.Measure journaled = () -> FILES / client.ask("journaled " + folder);
        warm(lab, plain, journaled);
        Rounds rounds = Rounds.of(lab.rounds(7), Map.of("plain", plain, "journaled", journaled));
        lab.found(new Finding(
                "2,000 files of 20 KB as rows with a journal",
                rounds.samples("journaled").text("files/s"),
                "without: " + rounds.samples("plain").text("files/s"),
                rounds.ratio("journaled", "plain"),
                new Goal.AtLeast(0.9)));
    }

    private static void warm(Lab lab, Rounds.Measure first, Rounds.Measure second) throws IOException {
        long end = System.nanoTime() + lab.warmUp().toNanos();
        do {
            first.take();
            second.take();
        } while (System.nanoTime() < end);
    }
}
