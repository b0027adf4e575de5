package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Child;
import io.encord4j.benchmarks.ClassPath;
import io.encord4j.benchmarks.FakeJar;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Images;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Rounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** 2,000 files of 20 KB as one image group. */
public final class ImageGroupBench implements Bench {

    private static final int FILES = 2_000;
    private static final int BYTES = 20_000;

    @Override
    public String name() {
        return "imagegroup";
    }

    @Override
    public void run(Lab lab) throws IOException {
        Path folder = Images.folder(lab.folder(), FILES, BYTES);
        try (FakeJar fake = FakeJar.start(lab, "-Xmx256m");
                Child child = Child.program(
                        List.of("-Xmx256m"),
                        ClassPath.ofTests(),
                        "io.encord4j.benchmarks.child.ImageGroups",
                        fake.url(),
                        fake.dataset(),
                        fake.apiKey(),
                        folder.toString())) {
            long end = System.nanoTime() + lab.warmUp().toNanos();
            do {
                child.ask("client");
                child.ask("loop");
            } while (System.nanoTime() < end);
            Rounds rounds = Rounds.of(
                    lab.rounds(11),
                    Map.of("client", () -> FILES / child.ask("client"), "loop", () -> FILES / child.ask("loop")));
            lab.found(new Finding(
                    "2,000 files of 20 KB as one image group, 4 at a time",
                    rounds.samples("client").text("files/s"),
                    "loop over OkHttp: " + rounds.samples("loop").text("files/s"),
                    rounds.ratio("client", "loop"),
                    new Goal.AtLeast(0.95)));
        }
    }
}
