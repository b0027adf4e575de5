package io.encord4j.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the command line says.
 *
 * @param wanted the benchmarks to run; empty for all
 * @param warmUp how long a server is under load before its figures count
 * @param effort multiplies rounds; 1 is the official run
 */
record Settings(Set<String> wanted, Duration warmUp, double effort) {

    static final Path JAR = Path.of("..", "..", "fake-server", "target", "encord4j-fake-server.jar");
    static final Path OUTPUT = Path.of("target", "benchmarks");

    private static final Duration OFFICIAL_WARM_UP = Duration.ofSeconds(20);

    static Settings of(Properties properties) {
        Set<String> wanted = new TreeSet<>(
                List.of(properties.getProperty("bench", "").replace(" ", "").split(",", -1)));
        wanted.remove("");
        return new Settings(
                wanted,
                Duration.ofSeconds(Long.parseLong(properties.getProperty("bench.warmup", "20"))),
                Double.parseDouble(properties.getProperty("bench.effort", "1")));
    }

    /** Whether the figures may go into the repository: everything was measured, and for as long as it should be. */
    boolean isOfficial() {
        return wanted.isEmpty() && effort >= 1 && warmUp.compareTo(OFFICIAL_WARM_UP) >= 0;
    }

    int rounds(int official) {
        return Math.max(1, (int) Math.round(official * effort));
    }
}
