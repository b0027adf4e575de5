package io.encord4j.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** The conditions of a run. */
final class Machine {

    private Machine() {}

    /** One condition a line. */
    static List<String> conditions() throws IOException {
        return List.of(
                "- run at " + Instant.now().truncatedTo(ChronoUnit.MINUTES),
                "- %d cores, %s"
                        .formatted(Runtime.getRuntime().availableProcessors(), first("/proc/cpuinfo", "model name")),
                "- memory: " + first("/proc/meminfo", "MemTotal"),
                "- %s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
                "- %s %s".formatted(System.getProperty("java.vm.name"), System.getProperty("java.vm.version")),
                "- load average of the last minute before the run: %.1f"
                        .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    private static String first(String file, String key) throws IOException {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
