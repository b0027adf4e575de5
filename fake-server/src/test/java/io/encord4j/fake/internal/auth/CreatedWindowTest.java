package io.encord4j.fake.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.internal.auth.Authentication.MessageSigned;
import io.encord4j.fake.internal.auth.Authentication.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreatedWindowTest {

    private static final CreatedWindow WINDOW = new CreatedWindow(Duration.ofSeconds(300), Duration.ofSeconds(30));

    private static final Instant NOW = Instant.ofEpochSecond(1_773_300_000);

    @ParameterizedTest(name = "{0} seconds from now")
    @CsvSource({"-301, false", "-300, true", "-30, true", "0, true", "30, true", "31, false", "99999999999, false"})
    void acceptsFromFiveMinutesAgoToHalfAMinuteAhead(long offset, boolean accepted) {
        MessageSigned signed = new MessageSigned("key", NOW.plusSeconds(offset));

        assertThat(WINDOW.refusal(signed, NOW).isEmpty()).isEqualTo(accepted);
    }

    @Test
    void saysHowFarAway() {
        assertThat(WINDOW.refusal(new MessageSigned("key", NOW.minusSeconds(1000)), NOW))
                .hasValueSatisfying(refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.OUTSIDE_WINDOW);
                    assertThat(refused.detail()).contains("1773299000").contains("older than 300");
                });
    }
}
