package io.encord4j.spark;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The options of one reading or writing, read on the driver before a task starts. Names are compared without regard to case, as Spark does. */
final class Options {
    private static final Set<String> KNOWN = Set.of(
            "dataset",
            "domain",
            "sshKeyFile",
            "sshKeySecret",
            "sshKeyPassword",
            "bearerToken",
            "partitions",
            "createdFrom",
            "createdTo",
            "integration",
            "jobSize",
            "parallelJobs",
            "jobTimeoutSeconds",
            "report",
            "folder",
            "recursive",
            "journal",
            "run",
            "settleSeconds");
    private static final Set<String> OF_SPARK =
            Set.of("path", "paths", "checkpointlocation", "queryname", "outputmode");

    private final CaseInsensitiveStringMap values;

    private Options(CaseInsensitiveStringMap values) {
        this.values = values;
    }

    /** Checks the names of the options, so that a misspelt one is not ignored. */
    static Options of(Map<String, String> map) {
        CaseInsensitiveStringMap values = new CaseInsensitiveStringMap(map);
        Set<String> known =
                KNOWN.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        values.keySet().stream()
                .filter(name -> !known.contains(name) && !OF_SPARK.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("The format encord has no option \"%s\". Its options are %s."
                            .formatted(name, KNOWN.stream().sorted().collect(Collectors.joining(", "))));
                });
        return new Options(values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    String demand(String name, String remedy) {
        return find(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("The option \"%s\" is missing. %s".formatted(name, remedy)));
    }

    int number(String name, int otherwise, int least, int most) {
        return number(name, least, most).orElse(otherwise);
    }

    private OptionalInt number(String name, int least, int most) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text.get().strip());
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // Told below, with the range.
        }
        throw new IllegalArgumentException("The option \"%s\" is \"%s\", and must be a whole number from %d to %d."
                .formatted(name, text.get(), least, most));
    }

    boolean flag(String name) {
        String text = find(name).map(String::strip).orElse("false");
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(
                    "The option \"%s\" is \"%s\", and must be true or false.".formatted(name, text));
        }
        return text.equalsIgnoreCase("true");
    }

    UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The option \"%s\" is \"%s\", and must be a UUID.".formatted(name, text), e);
        }
    }

    Optional<Instant> time(String name) {
        return find(name).map(text -> {
            try {
                return Instant.parse(text.strip());
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "The option \"%s\" is \"%s\", and must be a time such as 2026-03-12T10:00:00Z."
                                .formatted(name, text),
                        e);
            }
        });
    }
}
