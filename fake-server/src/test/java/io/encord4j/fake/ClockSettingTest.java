package io.encord4j.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockSettingTest {

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59.999999999Z", "-1000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
    void refusesTimesThatTheWireCannotShow(String time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClockSetting.frozen(Instant.parse(time)))
                .withMessageContaining("between 1970 and 9999")
                .withMessageContaining(time.substring(0, 5));
    }

    @Test
    void refusesToMoveBeyondThem() {
        ClockSetting late = ClockSetting.frozen(Instant.parse("9999-12-31T00:00:00Z"));

        assertThat(late.advanced(Duration.ofHours(23)).now(Instant.EPOCH)).isEqualTo("9999-12-31T23:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> late.advanced(Duration.ofHours(24)));
        assertThatIllegalArgumentException().isThrownBy(() -> ClockSetting.REAL.advanced(Duration.ofDays(4_000_000)));
    }

    @Test
    void servesTheLatestTimeThatThereIs() {
        ClockSetting late = ClockSetting.frozen(Instant.parse("9999-12-31T23:59:59Z"));
        try (FakeEncordServer server = FakeEncordServer.builder().clock(late).start()) {
            FakeUser alice = server.defaultWorld().newUser("alice@example.com");
            TestClient client = new TestClient(server);
            Object url = TestClient.list(
                            client.get("/v2/public/presigned-urls?count=1&uploadItemType=video", alice), "results")
                    .get(0);

            assertThat(client.get("/v2/public/datasets/list", alice).statusCode())
                    .isEqualTo(200);
            assertThat(client.put((String) ((Map<?, ?>) url).get("signedUrl"), new byte[] {1})
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
