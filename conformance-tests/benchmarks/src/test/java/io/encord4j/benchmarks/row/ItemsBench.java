package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Child;
import io.encord4j.benchmarks.ClassPath;
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

/** 1,000,000 items of a folder by pages of 1,000, in a small heap, beside a loop that skips what is on the same pages. */
public final class ItemsBench implements Bench {

    private static final double MEBIBYTE = 1024 * 1024;

    @Override
    public String name() {
        return "items";
    }

    @Override
    public void run(Lab lab) throws IOException {
        Path place = lab.folder().resolve("items");
        try (Child server = Child.program(
                List.of("-Xmx2g"), ClassPath.ofFake(), "io.encord4j.benchmarks.child.ItemServer", place.toString())) {
            server.ask("fill 50000");
            server.ask("fill 1000000");
            List<String> words = Files.readAllLines(place);
            try (Child reader = Child.program(
                    List.of("-Xmx64m"),
                    ClassPath.ofTests(),
                    "io.encord4j.benchmarks.child.ItemReader",
                    words.get(0),
                    words.get(1))) {
                String some = words.get(2);
                String million = words.get(3);
                reader.ask("client " + some);
                reader.ask("bare " + some);
                Rounds rounds = Rounds.of(
                        lab.rounds(3),
                        Map.of(
                                "client", () -> reader.ask("client " + million),
                                "bare", () -> reader.ask("bare " + million),
                                "some", () -> reader.ask("bare " + some)));
                lab.found(new Finding(
                        "1,000,000 items of a folder as a stream, pages of 1,000, `-Xmx64m`",
                        rounds.samples("client").text("items/s"),
                        "loop over OkHttp that skips the items: "
                                + rounds.samples("bare").text("items/s"),
                        rounds.ratio("client", "bare"),
                        new Goal.AtLeast(0.7)));
                lab.found(new Finding(
                        "fake: pages of a folder of 1,000,000 items, by that loop",
                        rounds.samples("bare").text("items/s"),
                        "of 50,000 items: " + rounds.samples("some").text("items/s"),
                        rounds.ratio("bare", "some"),
                        new Goal.AtLeast(0.8)));
                lab.note("heap of the client in use while it read the items: at most %s MiB"
                        .formatted(Samples.number(reader.ask("heap") / MEBIBYTE)));
            }
        }
    }
}
