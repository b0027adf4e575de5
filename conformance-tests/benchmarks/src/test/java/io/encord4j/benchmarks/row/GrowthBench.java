package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Child;
import io.encord4j.benchmarks.ClassPath;
import io.encord4j.benchmarks.FakeJar;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Growth;
import io.encord4j.benchmarks.Images;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Rounds;
import io.encord4j.benchmarks.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How costs grow with sizes, listing of 1,000,000 rows included. */
public final class GrowthBench implements Bench {

    private static final int PICTURE = 1_000;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public void run(Lab lab) throws IOException {
        uploads(lab);
        try (Child child =
                Child.program(List.of("-Xmx2g"), ClassPath.ofFake(), "io.encord4j.benchmarks.child.Scaler")) {
            listing(lab, child);
        }
        try (Child child =
                Child.program(List.of("-Xmx1g"), ClassPath.ofFake(), "io.encord4j.benchmarks.child.Scaler")) {
            Growth worlds = measured(lab, child, "one call", "worlds", 1e6, List.of(1, 10, 100, 1_000));
            lab.chart("worlds", "Worlds on one server", "worlds", "ms", List.of(worlds));
            List<Integer> lengths = List.of(10, 100, 1_000, 10_000, 100_000);
            lab.chart(
                    "journal",
                    "Journal",
                    "entries kept",
                    "µs",
                    List.of(
                            measured(lab, child, "recording one exchange", "journal-record", 1e3, lengths),
                            measured(lab, child, "reading the calls of an operation", "journal-read", 1e3, lengths)));
        }
    }

    private static void uploads(Lab lab) throws IOException {
        Growth growth = new Growth("images of 1 KB through the client");
        try (FakeJar fake = FakeJar.start(lab, "-Xmx256m");
                Child child = UploadBench.uploader(lab, fake, "-Xmx256m")) {
            Path warm = Images.folder(lab.folder(), 1_000, PICTURE);
            for (int i = 0; i < lab.rounds(4); i++) {
                child.ask("images " + warm);
            }
            for (int files : List.of(1, 10, 100, 1_000, 10_000)) {
                Path folder = Images.folder(lab.folder(), files, PICTURE);
                growth.add(files, median(lab, child, "images " + folder, 1));
            }
        }
        lab.chart("uploads", "Uploads", "files", "s", List.of(growth));
    }

    private static void listing(Lab lab, Child child) throws IOException {
        Growth time = new Growth("dataset/GET");
        List<Integer> sizes = List.of(100, 1_000, 10_000, 100_000, 1_000_000);
        for (int size : sizes) {
            child.ask("fill " + size);
        }
        for (int i = 0; i < 3; i++) {
            child.ask("list 100000");
        }
        for (int size : sizes) {
            time.add(size, median(lab, child, "list " + size, 1));
        }
        lab.chart("listing", "Listing of a dataset", "rows", "ms", List.of(time));
        Rounds perRow = Rounds.of(
                lab.rounds(5),
                Map.of(
                        "1000000", () -> child.ask("list 1000000") * 1e6 / 1_000_000,
                        "100000", () -> child.ask("list 100000") * 1e6 / 100_000));
        lab.found(new Finding(
                "fake: listing of 1,000,000 rows, time a row",
                perRow.samples("1000000").text("ns"),
                "100,000 rows: " + perRow.samples("100000").text("ns"),
                perRow.ratio("1000000", "100000"),
                new Goal.AtMost(1.25)));
        double large = child.ask("list-bytes 1000000") / 1_000_000;
        double small = child.ask("list-bytes 100000") / 100_000;
        lab.found(new Finding(
                "fake: listing of 1,000,000 rows, bytes a row",
                Samples.number(large),
                "100,000 rows: " + Samples.number(small),
                Samples.of(large / small),
                new Goal.AtMost(1.25)));
    }

    private static Growth measured(Lab lab, Child child, String title, String command, double unit, List<Integer> sizes)
            throws IOException {
        Growth growth = new Growth(title);
        child.ask(command + " " + sizes.get(0));
        for (int size : sizes) {
            growth.add(size, median(lab, child, command + " " + size, unit));
        }
        return growth;
    }

    private static double median(Lab lab, Child child, String command, double unit) throws IOException {
        List<Double> figures = new ArrayList<>();
        for (int i = 0; i < lab.rounds(3); i++) {
            figures.add(child.ask(command) / unit);
        }
        return new Samples(figures.stream().mapToDouble(d -> d).toArray()).median();
    }
}
