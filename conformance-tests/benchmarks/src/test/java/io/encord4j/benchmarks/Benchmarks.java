package io.encord4j.benchmarks;

import io.encord4j.benchmarks.row.CallBench;
import io.encord4j.benchmarks.row.GrowthBench;
import io.encord4j.benchmarks.row.IdleBench;
import io.encord4j.benchmarks.row.ImageGroupBench;
import io.encord4j.benchmarks.row.ItemsBench;
import io.encord4j.benchmarks.row.JarStartBench;
import io.encord4j.benchmarks.row.KillBench;
import io.encord4j.benchmarks.row.ParseBench;
import io.encord4j.benchmarks.row.PutBench;
import io.encord4j.benchmarks.row.SigningBench;
import io.encord4j.benchmarks.row.SinkBench;
import io.encord4j.benchmarks.row.StartBench;
import io.encord4j.benchmarks.row.StateBench;
import io.encord4j.benchmarks.row.StreamBench;
import io.encord4j.benchmarks.row.ThroughputBench;
import io.encord4j.benchmarks.row.UploadBench;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the benchmarks, all or those that {@code -Dbench=name,name} names, and writes the report. */
public final class Benchmarks {

    private static final List<Bench> ALL = List.of(
            new UploadBench(),
            new SinkBench(),
            new KillBench(),
            new ImageGroupBench(),
            new ParseBench(),
            new StreamBench(),
            new ItemsBench(),
            new SigningBench(),
            new CallBench(),
            new StartBench(),
            new JarStartBench(),
            new ThroughputBench(),
            new IdleBench(),
            new PutBench(),
            new StateBench(),
            new GrowthBench());

    private Benchmarks() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        run(Settings.of(System.getProperties()), System.out);
    }

    private static void run(Settings settings, PrintStream out) throws IOException {
        Set<String> unknown = new TreeSet<>(settings.wanted());
        ALL.forEach(bench -> unknown.remove(bench.name()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("There is no benchmark " + unknown + ". There are: "
                    + ALL.stream().map(Bench::name).collect(Collectors.joining(", ")));
        }
        List<String> conditions = Machine.conditions();
        conditions.forEach(out::println);
        long start = System.nanoTime();
        Path folder = Files.createTempDirectory("encord4j-benchmarks");
        Lab lab = new Lab(settings, out, folder);
        boolean failed = false;
        try {
            for (Bench bench : ALL) {
                if (settings.wanted().isEmpty() || settings.wanted().contains(bench.name())) {
                    out.println(
                            "[" + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s] " + bench.name());
                    failed |= !attempt(bench, lab);
                }
            }
        } finally {
            delete(folder);
        }
        String text = Report.text(
                conditions, lab, Duration.ofNanos(System.nanoTime() - start).toMinutes());
        Path file = Files.createDirectories(Settings.OUTPUT).resolve("results.md");
        Files.writeString(file, text);
        out.println("Written to " + file);
        if (failed) {
            throw new IllegalStateException("Some benchmarks failed; see the notes in " + file + ".");
        }
        if (settings.isOfficial()) {
            Report.publish(text);
            out.println("Written to README.md");
        }
    }

    /** One that fails must not cost the figures of the others. */
    private static boolean attempt(Bench bench, Lab lab) {
        try {
            bench.run(lab);
            return true;
        } catch (IOException | RuntimeException e) {
            lab.note("**" + bench.name() + " failed**: " + e);
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
