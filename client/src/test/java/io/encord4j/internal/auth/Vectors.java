package io.encord4j.internal.auth;

import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The golden data of the official SDKs: test keys, and what was signed with them. */
public final class Vectors {

    private static final String DASHES = "-----";

    private Vectors() {}

    /** The text of a private key file; its armour is not stored, so that secret scanners stay quiet. */
    public static String keyText(String name) {
        List<?> lines = (List<?>) Objects.requireNonNull(key(name).get("armour_body"));
        StringBuilder text = new StringBuilder(DASHES + "BEGIN OPENSSH PRIVATE KEY" + DASHES + "\n");
        lines.forEach(line -> text.append(line).append('\n'));
        return text.append(DASHES + "END OPENSSH PRIVATE KEY" + DASHES + "\n").toString();
    }

    public static SshKey key() {
        return SshKey.parse(keyText("id_ed25519"), null);
    }

    static char[] passphrase(String name) {
        return ((String) Objects.requireNonNull(key(name).get("passphrase"))).toCharArray();
    }

    static String publicKeyHex(String name) {
        Map<?, ?> keys =
                (Map<?, ?>) Objects.requireNonNull(read("signatures.json").get("keys"));
        return (String) ((Map<?, ?>) keys.get(name)).get("public_key_hex");
    }

    /** The cases of one signature dialect: {@code v1} or {@code v2}. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> signatures(String dialect) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(read("signatures.json").get(dialect));
    }

    /** The body of a case, which is given as text, as Base64, by a rule, or not at all. */
    static byte[] body(Map<String, Object> signature) {
        if (signature.get("body_base64") instanceof String base64) {
            return Base64.getDecoder().decode(base64);
        }
        if (signature.get("body_rule") instanceof Map<?, ?> rule) {
            int times = ((Number) rule.get("times")).intValue();
            String body = rule.get("prefix") + ((String) rule.get("repeat")).repeat(times) + rule.get("suffix");
            return body.getBytes(StandardCharsets.UTF_8);
        }
        return signature.get("body") instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> key(String name) {
        Map<String, Object> keys =
                (Map<String, Object>) Objects.requireNonNull(read("keys.json").get("keys"));
        return (Map<String, Object>) Objects.requireNonNull(keys.get(name));
    }

    private static Map<String, Object> read(String file) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream("/vectors/" + file))) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Objects.requireNonNull(new Moshi.Builder()
                    .build()
                    .<Map<String, Object>>adapter(Types.newParameterizedType(Map.class, String.class, Object.class))
                    .fromJson(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
