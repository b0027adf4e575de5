package io.encord4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes what a run found, between two marks of a file whose other parts are written by hand. */
final class Report {

    private static final String BEGIN = "<!-- begin of what the run wrote -->";
    private static final String END = "<!-- end of what the run wrote -->";
    private static final Path FILE = Path.of("README.md");
    private static final Path CHARTS = Path.of("charts");

    private Report() {}

    static String text(List<String> conditions, Lab lab, long minutes) {
        List<String> lines = new ArrayList<>(conditions);
        lines.add("- duration: " + minutes + " minutes");
        lines.add("");
        lines.add("Median (lowest–highest). Ratios are taken within a round, and then the median of them.");
        lines.add("");
        lines.add("| what | encord4j | against | ratio | must be | reached |");
        lines.add("|---|---|---|---|---|---|");
        lab.findings().forEach(finding -> lines.add(finding.line()));
        lines.add("");
        lines.addAll(lab.notes());
        if (!lab.charts().isEmpty()) {
            lines.add("");
            lines.add("### Growth");
            lines.add("");
            lines.addAll(lab.charts());
        }
        return String.join("\n", lines).strip() + "\n";
    }

    /** Puts the text and the charts of a whole run into the repository. */
    static void publish(String text) throws IOException {
        String old = Files.readString(FILE);
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(FILE + " lacks the marks between which the run writes.");
        }
        Files.writeString(FILE, old.substring(0, begin + BEGIN.length()) + "\n\n" + text + "\n" + old.substring(end));
        Files.createDirectories(CHARTS);
        try (Stream<Path> charts = Files.list(Settings.OUTPUT)) {
            for (Path chart :
                    charts.filter(file -> file.toString().endsWith(".svg")).toList()) {
                Files.copy(chart, CHARTS.resolve(chart.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
