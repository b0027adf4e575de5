package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Child;
import io.encord4j.benchmarks.ClassPath;
import io.encord4j.benchmarks.FakeJar;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Images;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** 100,000 files with a journal by a client with {@code -Xmx64m}: without kills, killed ten times, and again when all is in. */
public final class KillBench implements Bench {
    private static final int FILES = 100_000;
    private static final int BYTES = 1024;
    private static final int KILLS = 10;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public void run(Lab lab) throws IOException {
        Path key;
        try (FakeJar fake = FakeJar.start(lab, "-Xmx128m")) {
            key = Files.writeString(lab.folder().resolve("key"), fake.sshKey());
        }
        Path folder = Images.folder(lab.folder(), lab.rounds(FILES), BYTES);
        int files = lab.rounds(FILES);
        try (Child sink =
                Child.program(List.of("-Xmx512m"), ClassPath.ofTests(), "io.encord4j.benchmarks.child.Sink", "0")) {
            String url = "http://localhost:" + (int) sink.answer();
            double calm = run(url, key, folder);
            long before = figure(url + "/requests");
            double resumed = run(url, key, folder);
            lab.note("requests of the resumed batch: " + (figure(url + "/requests") - before));
            lab.found(new Finding(
                    "%,d files of 1 KB, all in by the journal, in a fresh JVM with `-Xmx64m`: seconds".formatted(files),
                    Samples.number(resumed) + " s",
                    "goal: 2 s",
                    Samples.of(resumed / 2),
                    new Goal.AtMost(1)));
            Files.delete(Path.of(folder + ".journal"));
            long rows = figure(url + "/rows");
            double killed = killed(url, key, folder, calm);
            lab.note("rows of the batch that was killed %d times: %,d of %,d files"
                    .formatted(KILLS, figure(url + "/rows") - rows, files));
            lab.found(new Finding(
                    "%,d files of 1 KB, killed %d times and started again, `-Xmx64m`".formatted(files, KILLS),
                    Samples.number(killed) + " s",
                    "without kills: " + Samples.number(calm) + " s",
                    Samples.of(killed / calm),
                    new Goal.AtMost(1.3)));
        }
    }

    /** The time of a process that ends by itself, its start included. */
    private static double run(String url, Path key, Path folder) throws IOException {
        long start = System.nanoTime();
        try (Child client = client(url, key)) {
            double unused = client.ask("resumed " + folder);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double killed(String url, Path key, Path folder, double calm) throws IOException {
        Random random = new Random(1);
        long start = System.nanoTime();
        for (int kills = 0; kills < KILLS; kills++) {
            try (Child client = client(url, key)) {
                boolean unused =
                        client.killAfter("resumed " + folder, 500 + random.nextInt((int) (calm * 1000 / KILLS)));
            }
        }
        run(url, key, folder);
        return (System.nanoTime() - start) / 1e9;
    }

    private static Child client(String url, Path key) throws IOException {
        return Child.program(
                List.of("-Xmx64m"), ClassPath.ofTests(), "io.encord4j.benchmarks.child.Sender", url, key.toString());
    }

    private static long figure(String url) throws IOException {
        try (InputStream answer = URI.create(url).toURL().openStream()) {
            return Long.parseLong(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
