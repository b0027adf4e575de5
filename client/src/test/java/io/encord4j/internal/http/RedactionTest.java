package io.encord4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final Redaction redaction = new Redaction(List.of("my-secret"));

    @Test
    void blotsOutItsOwnSecrets() {
        assertThat(redaction.text("key my-secret is wrong")).isEqualTo("key ██ is wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET https://bucket.example/a/b?X-Amz-Credential=canary&X-Amz-Signature=canary failed",
                "see <https://bucket.example/o?sig=canary>",
                "/o?GoogleAccessId=canary",
                "http://user:canary@example.com/",
                "Authorization: canary",
                "{\"Authorization\":\"canary\"}",
                "Bearer canary",
                "bearer canary, please",
                "-----BEGIN OPENSSH PRIVATE KEY-----\ncanary\n-----END OPENSSH PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\ncanary",
            })
    void blotsOutWhatLooksLikeASecret(String text) {
        assertThat(redaction.text(text)).contains("██").doesNotContain("canary");
    }

    @Test
    void blotsOutSignatures() {
        String signature = "ab".repeat(32) + ":" + "cd".repeat(64);

        assertThat(redaction.text("not valid: " + signature)).isEqualTo("not valid: ██");
        assertThat(redaction.text("Signature encord-sig=:YWJj/+==: is wrong"))
                .isEqualTo("Signature encord-sig=:██: is wrong");
    }

    @Test
    void leavesOtherTextsAlone() {
        for (String text : List.of(
                "Why? Because the title is empty.",
                "unexpected end of stream on https://api.encord.com/...",
                "Dataset 12345678-1234-1234-1234-123456789abc does not exist")) {
            assertThat(redaction.text(text)).isEqualTo(text);
        }
    }

    @Test
    void shortensWithoutLeavingHalfASecret() {
        assertThat(redaction.text("x".repeat(1_994) + "my-secret"))
                .hasSizeLessThan(2_010)
                .doesNotContain("my-sec");
    }

    @Test
    void cleansCausesAndKeepsWhereTheyCameFrom() {
        IOException beneath = new IOException("at my-secret");
        IOException failure = new IOException("outer", beneath);

        Throwable clean = redaction.cause(failure);

        assertThat(clean).hasMessage("java.io.IOException: outer");
        assertThat(clean.getCause()).hasMessage("java.io.IOException: at ██");
        assertThat(clean.getCause().getStackTrace()).isEqualTo(beneath.getStackTrace());
        assertThat(redaction.cause(new IOException("harmless"))).hasMessage("harmless");
    }
}
