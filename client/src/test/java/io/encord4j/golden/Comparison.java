package io.encord4j.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares one request of ours with one of the golden data, and notes the rightful differences that it meets. */
final class Comparison {
    private static final List<String> COMPARED_HEADERS =
            List.of("Accept", "Content-Type", "ResourceID", "ResourceType", "Cache-Control", "Transfer-Encoding");
    private static final String EMPTY_DIGEST = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:";

    private final Set<Difference> met = EnumSet.noneOf(Difference.class);
    private final GoldenLine golden;
    private final Recorded ours;

    private Comparison(GoldenLine golden, Recorded ours) {
        this.golden = golden;
        this.ours = ours;
    }

    static Set<Difference> of(GoldenLine golden, Recorded ours) {
        Comparison comparison = new Comparison(golden, ours);
        comparison.compare();
        return comparison.met;
    }

    private void compare() {
        assertThat(ours.method()).isEqualTo(golden.method());
        assertThat(pathOf(ours.path())).isEqualTo(pathOf(golden.path()));
        assertThat(query(ours.path(), true)).containsExactlyInAnyOrderElementsOf(query(golden.path(), false));
        headers();
        if (golden.isUpload()) {
            assertThat(ours.bytes()).isEqualTo(golden.bytes());
        } else {
            equal(ours.body(), golden.body(), "body");
        }
    }

    private void headers() {
        for (String name : COMPARED_HEADERS) {
            if (name.equals("Accept") && !golden.isRpc()) {
                continue;
            }
            assertThat(ours.header(name)).as(name).isEqualTo(golden.header(name).orElse(null));
        }
        assertThat(ours.header("Content-Length") != null)
                .as("has Content-Length")
                .isEqualTo(golden.header("Content-Length").isPresent());
        golden.header("Content-Length")
                .filter(length -> golden.isUpload())
                .ifPresent(length -> assertThat(ours.header("Content-Length")).isEqualTo(length));
        authorisation();
        trace();
    }

    private void authorisation() {
        String theirs = golden.header("Authorization").orElse(null);
        String mine = ours.header("Authorization");
        if (theirs != null && theirs.matches("[0-9a-f]{64}:[0-9a-f]{128}")) {
            // The signature covers the bytes of the body, whose spacing is free; that it is right is the matter of
            // signatures.json.
            assertThat(mine).matches("[0-9a-f]{64}:[0-9a-f]{128}").startsWith(theirs.substring(0, 65));
        } else {
            assertThat(mine).as("Authorization").isEqualTo(theirs);
        }
        golden.header("Content-Digest")
                .ifPresentOrElse(
                        this::messageSignature,
                        () -> assertThat(ours.header("Signature-Input")).isNull());
    }

    private void messageSignature(String digest) {
        if (digest.equals(EMPTY_DIGEST)) {
            assertThat(ours.header("Content-Digest")).isEqualTo(EMPTY_DIGEST);
        } else {
            assertThat(ours.header("Content-Digest")).matches("sha-256=:[A-Za-z0-9+/]{43}=:");
        }
        assertThat(ours.header("Signature-Input").replaceAll("created=\\d+", "created=0"))
                .isEqualTo(golden.header("Signature-Input").orElseThrow().replaceAll("created=\\d+", "created=0"));
        assertThat(ours.header("Signature")).matches("encord-sig=:[A-Za-z0-9+/]{86}==:");
    }

    private void trace() {
        String mine = ours.header("X-Cloud-Trace-Context");
        if (golden.header("X-Cloud-Trace-Context").isPresent()) {
            assertThat(mine).matches("[0-9a-f]{32}/1;o=1");
        } else if (mine != null) {
            assertThat(golden.isRpc()).isTrue();
            met.add(Difference.TRACE_ID);
        }
    }

    private static String pathOf(String target) {
        return target.split("\\?", 2)[0];
    }

    private List<String> query(String target, boolean note) {
        List<String> pairs = new ArrayList<>();
        String[] parts = target.split("\\?", 2);
        for (String pair : parts.length == 1 ? new String[0] : parts[1].split("&")) {
            String decoded = URLDecoder.decode(pair, StandardCharsets.UTF_8);
            String value = decoded.substring(decoded.indexOf('=') + 1);
            if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
                decoded = decoded.toLowerCase(Locale.ROOT);
                if (note) {
                    met.add(Difference.BOOLEAN_CASE);
                }
            } else if (isMoment(value)) {
                if (note && !golden.path().contains(pair)) {
                    met.add(Difference.UTC);
                }
                decoded = decoded.replace(
                        value, OffsetDateTime.parse(value).toInstant().toString());
            }
            pairs.add(decoded);
        }
        return pairs;
    }

    private void equal(Object mine, Object theirs, String place) {
        if (mine instanceof Map<?, ?> object && theirs instanceof Map<?, ?> other) {
            assertThat(object.keySet()).as(place).isEqualTo(other.keySet());
            object.forEach((key, value) -> equal(value, other.get(key), place + "." + key));
        } else if (mine instanceof List<?> list && theirs instanceof List<?> other) {
            assertThat(list).as(place).hasSameSizeAs(other);
            for (int i = 0; i < list.size(); i++) {
                equal(list.get(i), other.get(i), place + "[" + i + "]");
            }
        } else if (mine instanceof String text
                && theirs instanceof String other
                && !text.equals(other)
                && isMoment(text)
                && isMoment(other)) {
            assertThat(OffsetDateTime.parse(text).toInstant())
                    .as(place)
                    .isEqualTo(OffsetDateTime.parse(other).toInstant());
            met.add(Difference.UTC);
        } else {
            assertThat(mine).as(place).isEqualTo(theirs);
        }
    }

    private static boolean isMoment(String text) {
        try {
            return text.length() > 18 && OffsetDateTime.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
