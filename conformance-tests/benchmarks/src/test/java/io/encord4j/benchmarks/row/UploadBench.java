package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Child;
import io.encord4j.benchmarks.ClassPath;
import io.encord4j.benchmarks.Curl;
import io.encord4j.benchmarks.FakeJar;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Rounds;
import io.encord4j.benchmarks.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One file of 1 GiB, by the client in a small heap and by curl, to the same server. */
public final class UploadBench implements Bench {

    @Override
    public String name() {
        return "upload";
    }

    @Override
    public void run(Lab lab) throws IOException {
        Path film = Curl.gibibyte(lab.folder());
        try (FakeJar fake = FakeJar.start(lab, "-Xmx128m");
                Child client = uploader(lab, fake, "-Xmx32m")) {
            String target = fake.signedUrl("film.mp4");
            Rounds.Measure ours = () -> 1024 / client.ask("video " + film);
            Rounds.Measure curl = () -> 1024 / Curl.put(film, target);
            long end = System.nanoTime() + lab.warmUp().toNanos();
            do {
                ours.take();
                curl.take();
            } while (System.nanoTime() < end);
            Rounds rounds = Rounds.of(lab.rounds(7), Map.of("client", ours, "curl", curl));
            lab.found(new Finding(
                    "upload of a file of 1 GiB, client with `-Xmx32m`",
                    rounds.samples("client").text("MiB/s"),
                    "`curl -T`: " + rounds.samples("curl").text("MiB/s"),
                    rounds.ratio("client", "curl"),
                    new Goal.AtLeast(0.9)));
            lab.note("resident memory of the client's JVM after the uploads: "
                    + Samples.number(client.residentMebibytes()) + " MiB");
        }
        Files.delete(film);
    }

    static Child uploader(Lab lab, FakeJar fake, String flag) throws IOException {
        Path key = Files.writeString(lab.folder().resolve("key"), fake.sshKey());
        return Child.program(
                List.of(flag),
                ClassPath.ofTests(),
                "io.encord4j.benchmarks.child.Uploader",
                fake.url(),
                fake.dataset(),
                key.toString());
    }
}
