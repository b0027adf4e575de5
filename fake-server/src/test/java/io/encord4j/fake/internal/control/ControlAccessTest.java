package io.encord4j.fake.internal.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlAccessTest {

    private static final boolean HERE = true;
    private static final boolean ELSEWHERE = false;

    private final ControlAccess open = new ControlAccess(Optional.empty());
    private final ControlAccess guarded = new ControlAccess(Optional.of("open sesame"));

    @Test
    void hearsThisMachineOnlyIfThereIsNoToken() {
        assertThatCode(() -> open.check(HERE, Map.<String, String>of()::get)).doesNotThrowAnyException();
        assertRefused(open, ELSEWHERE, Map.of()).withMessageContaining("control token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Host"})
    void believesNobodyWhoSaysThatHeIsHere(String header) {
        assertRefused(open, ELSEWHERE, Map.of(header, "127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
    void takesAProxyOfThisMachineForElsewhere(String header) {
        assertRefused(open, HERE, Map.of(header, "127.0.0.1"));
    }

    @Test
    void asksEverybodyForTheTokenIfThereIsOne() {
        assertRefused(guarded, HERE, Map.of());
        assertRefused(guarded, HERE, Map.of("X-Fake-Token", "open"));
        assertThatCode(() -> guarded.check(ELSEWHERE, Map.of("X-Fake-Token", "open sesame")::get))
                .doesNotThrowAnyException();
        assertThatCode(() -> guarded.check(
                        ELSEWHERE, Map.of("Authorization", "Bearer open sesame", "Forwarded", "for=192.0.2.1")::get))
                .doesNotThrowAnyException();
    }

    private static ThrowableAssertAlternative<ControlException> assertRefused(
            ControlAccess access, boolean fromLoopback, Map<String, String> headers) {
        return assertThatExceptionOfType(ControlException.class)
                .isThrownBy(() -> access.check(fromLoopback, headers::get));
    }
}
