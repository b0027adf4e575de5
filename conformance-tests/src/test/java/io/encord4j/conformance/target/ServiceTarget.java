package io.encord4j.conformance.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A real service, named by environment variables and never by default.
 *
 * <p>{@code ENCORD4J_CONFORMANCE_URL} is its address, {@code ENCORD4J_CONFORMANCE_SSH_KEY_FILE} the key of a user who may create datasets, and
 * {@code ENCORD4J_CONFORMANCE_TITLE_PREFIX} starts every title. Rows are deleted after each scenario; the interface has no call that deletes a
 * dataset, so the emptied ones remain, recognisable by the prefix.
 */
public final class ServiceTarget implements Target {

    private static final String PREFIX = "ENCORD4J_CONFORMANCE_";

    private final URI url;
    private final String key;
    private final String titlePrefix;

    private ServiceTarget(URI url, String key, String titlePrefix) {
        this.url = url;
        this.key = key;
        this.titlePrefix = titlePrefix;
    }

    /** The service that the environment names, if it names one. */
    public static Optional<ServiceTarget> from(Map<String, String> environment) {
        String url = environment.get(PREFIX + "URL");
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new ServiceTarget(
                URI.create(url), read(required(environment, "SSH_KEY_FILE")), required(environment, "TITLE_PREFIX")));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(PREFIX + name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "%sURL names a real service, so %s%s must be set as well.".formatted(PREFIX, PREFIX, name));
        }
        return value;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The key file %s cannot be read.".formatted(file), e);
        }
    }

    @Override
    public String name() {
        return "service " + url.getHost();
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public String userKey() {
        return key;
    }

    @Override
    public String titlePrefix() {
        return titlePrefix;
    }

    @Override
    public boolean isFake() {
        return false;
    }

    @Override
    public void close() {
        // Nothing of the service belongs to this process.
    }

    @Override
    public String toString() {
        return name();
    }
}
