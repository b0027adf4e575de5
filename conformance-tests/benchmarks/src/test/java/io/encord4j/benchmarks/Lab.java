package io.encord4j.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Where a benchmark works: how long it may take, where its files go, and who hears of its findings. */
public final class Lab {

    private final Settings settings;
    private final PrintStream out;
    private final Path folder;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> charts = new ArrayList<>();

    Lab(Settings settings, PrintStream out, Path folder) {
        this.settings = settings;
        this.out = out;
        this.folder = folder;
    }

    /** The number of rounds, fewer in a trial. */
    public int rounds(int official) {
        return settings.rounds(official);
    }

    /** How long a server is under load before its figures count. */
    public Duration warmUp() {
        return settings.warmUp();
    }

    /** A folder for files of this run. */
    public Path folder() {
        return folder;
    }

    /** The fake's runnable jar. */
    public Path jar() {
        if (!Files.exists(Settings.JAR)) {
            throw new IllegalStateException(Settings.JAR.normalize() + " is missing; it is made by the phase package.");
        }
        return Settings.JAR;
    }

    /** Reports a line of the table. */
    public void found(Finding finding) {
        findings.add(finding);
        out.println("    " + finding.line());
    }

    /** Reports something that is no ratio. */
    public void note(String text) {
        notes.add("- " + text);
        out.println("    " + text);
    }

    /** Draws growth, and names the slopes. */
    public void chart(String file, String title, String sizes, String costs, List<Growth> series) throws IOException {
        Files.writeString(
                Files.createDirectories(Settings.OUTPUT).resolve(file + ".svg"),
                Chart.svg(title, sizes, costs, series));
        for (Growth growth : series) {
            String line = "%s, %s by %s: slope %.2f, %.2f over the larger half of the sizes"
                    .formatted(title, growth.name(), sizes, growth.slope(), growth.lateSlope());
            charts.add("- " + line);
            out.println("    " + line);
        }
        charts.add("");
        charts.add("![" + title + "](charts/" + file + ".svg)");
        charts.add("");
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> notes() {
        return notes;
    }

    List<String> charts() {
        return charts;
    }
}
