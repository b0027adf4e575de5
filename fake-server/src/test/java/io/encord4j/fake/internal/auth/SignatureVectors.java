package io.encord4j.fake.internal.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import okio.ByteString;
import okio.Okio;

/** The recorded signatures of the official SDKs. */
final class SignatureVectors {

    /** A request with its signature; absent headers are left out. */
    record Signed(String name, String method, String target, ByteString body, Map<String, String> headers) {

        RequestHeaders requestHeaders() {
            Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            byName.putAll(headers);
            return name -> byName.containsKey(name) ? List.of(byName.get(name)) : List.of();
        }

        Signed withBody(ByteString other) {
            return new Signed(name, method, target, other, headers);
        }

        Signed withTarget(String other) {
            return new Signed(name, method, other, body, headers);
        }

        Signed withMethod(String other) {
            return new Signed(name, other, target, body, headers);
        }

        Signed withHeader(String header, String value) {
            Map<String, String> changed = new TreeMap<>(headers);
            changed.put(header, value);
            return new Signed(name, method, target, body, changed);
        }

        Signed withoutHeader(String header) {
            Map<String, String> changed = new TreeMap<>(headers);
            changed.remove(header);
            return new Signed(name, method, target, body, changed);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private SignatureVectors() {}

    static List<Signed> v1() {
        return section("v1").stream()
                .map(entry -> new Signed(
                        text(entry, "name"),
                        "POST",
                        "/public",
                        body(entry),
                        Map.of("Authorization", text(entry, "authorization"))))
                .toList();
    }

    static List<Signed> v2() {
        return section("v2").stream()
                .map(entry -> new Signed(
                        text(entry, "name"),
                        text(entry, "method"),
                        text(entry, "target"),
                        body(entry),
                        Map.of(
                                "Content-Digest", text(entry, "content_digest"),
                                "Signature-Input", text(entry, "signature_input"),
                                "Signature", text(entry, "signature"))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> section(String name) {
        try (InputStream in = SignatureVectors.class.getResourceAsStream("/vectors/signatures.json")) {
            Object json = new Moshi.Builder()
                    .build()
                    .adapter(Object.class)
                    .fromJson(Okio.buffer(Okio.source(Objects.requireNonNull(in))));
            return (List<Map<String, Object>>) ((Map<String, Object>) Objects.requireNonNull(json)).get(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteString body(Map<String, Object> entry) {
        if (entry.get("body_base64") instanceof String base64) {
            return Objects.requireNonNull(ByteString.decodeBase64(base64));
        }
        if (entry.get("body_rule") instanceof Map<?, ?> rule) {
            int times = ((Number) rule.get("times")).intValue();
            String repeated = ((String) rule.get("repeat")).repeat(times);
            return ByteString.encodeString(rule.get("prefix") + repeated + rule.get("suffix"), UTF_8);
        }
        return entry.get("body") instanceof String body ? ByteString.encodeString(body, UTF_8) : ByteString.EMPTY;
    }

    private static String text(Map<String, Object> entry, String key) {
        return (String) entry.get(key);
    }
}
