package io.encord4j.conformance.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the fake assumes where the protocol leaves a choice, read from the one place in its source where choices are listed. */
final class Assumptions {

    private static final Path CHOICES = Path.of(
            "..", "fake-server", "src", "main", "java", "io", "encord4j", "fake", "platform", "model", "Choices.java");
    private static final Pattern PARAMETER = Pattern.compile("^ \\* @param (\\w+) (.+)$", Pattern.MULTILINE);

    private Assumptions() {}

    /** The choices and what they mean, with the section of the protocol description. */
    static Map<String, String> all() {
        try {
            Map<String, String> found = new LinkedHashMap<>();
            Matcher matcher = PARAMETER.matcher(Files.readString(CHOICES));
            while (matcher.find()) {
                found.put(matcher.group(1), matcher.group(2));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The fake's list of choices cannot be read.", e);
        }
    }
}
