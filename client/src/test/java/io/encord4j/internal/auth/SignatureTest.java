package io.encord4j.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class SignatureTest {
    private final List<String> table = new CopyOnWriteArrayList<>();

    @TestFactory
    List<DynamicTest> signsBodiesAsTheOfficialSdksDo() {
        List<Map<String, Object>> cases = Vectors.signatures("v1");
        assertThat(cases).hasSize(9);
        return cases.stream()
                .map(signature -> DynamicTest.dynamicTest(name(signature), () -> {
                    byte[] body = checkedBody(signature);

                    String authorization = BodySignature.authorization(keyOf(signature), body);

                    assertThat(authorization).isEqualTo(signature.get("authorization"));
                    equal("v1", signature);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> signsMessagesAsTheOfficialSdkDoes() {
        List<Map<String, Object>> cases = Vectors.signatures("v2");
        assertThat(cases).hasSize(11);
        return cases.stream()
                .map(signature -> DynamicTest.dynamicTest(name(signature), () -> {
                    MessageSignature made = MessageSignature.of(
                            keyOf(signature),
                            (String) signature.get("method"),
                            (String) signature.get("target"),
                            checkedBody(signature),
                            ((Number) signature.get("created")).longValue());

                    assertThat(made.contentDigest()).isEqualTo(signature.get("content_digest"));
                    assertThat(made.signatureInput()).isEqualTo(signature.get("signature_input"));
                    assertThat(made.signature()).isEqualTo(signature.get("signature"));
                    equal("v2", signature);
                }))
                .toList();
    }

    @Test
    void oneKeySignsForManyThreadsAtOnce() {
        SshKey key = Vectors.key();
        byte[] body = "{}".getBytes(StandardCharsets.US_ASCII);
        String expected = BodySignature.authorization(key, body);

        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i -> BodySignature.authorization(key, body))
                        .distinct())
                .containsExactly(expected);
    }

    private void equal(String version, Map<String, Object> signature) {
        table.add("| %s | %s | byte-equal |".formatted(version, name(signature)));
    }

    /** Into the output of the test, and into a file that can be shown elsewhere. */
    @AfterAll
    void publishTheTable() throws IOException {
        String report = "# Golden signatures%n%n| version | case | comparison |%n|---|---|---|%n".formatted()
                + table.stream().sorted().collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(Path.of("target", "golden-signatures.md"), report);
        System.out.println(report);
    }

    private static String name(Map<String, Object> signature) {
        return (String) signature.get("name");
    }

    private static SshKey keyOf(Map<String, Object> signature) {
        return SshKey.parse(Vectors.keyText((String) signature.get("key")), null);
    }

    private static byte[] checkedBody(Map<String, Object> signature) {
        byte[] body = Vectors.body(signature);
        if (signature.containsKey("body_sha256_hex")) {
            assertThat(HexFormat.of().formatHex(Sha256.digest(body))).isEqualTo(signature.get("body_sha256_hex"));
        }
        return body;
    }
}
