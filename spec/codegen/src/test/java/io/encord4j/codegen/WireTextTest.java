package io.encord4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.codegen.runtime.json.WireTime;
import io.encord4j.codegen.runtime.json.WireUuid;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hand-written fast paths for dates and UUIDs. */
class WireTextTest {
    @ParameterizedTest
    @CsvSource({
        "2030-01-01T00:00:00+00:00, 2030-01-01T00:00:00Z",
        "2030-01-01T00:00:00, 2030-01-01T00:00:00Z",
        "2030-01-01 00:00:00, 2030-01-01T00:00:00Z",
        "2022-01-05T18:51:05.123Z, 2022-01-05T18:51:05.123Z",
        "2022-01-05 18:51:05.123456789z, 2022-01-05T18:51:05.123456789Z",
        "2022-01-05T18:51:05.5+05:30, 2022-01-05T13:21:05.5Z",
        "2022-01-05T18:51:05-0130, 2022-01-05T20:21:05Z",
        "2022-01-05T18:51:05+02, 2022-01-05T16:51:05Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "1899-12-31T23:59:59Z, 1899-12-31T23:59:59Z",
        "'Thu, 01 May 2025 13:53:59 GMT', 2025-05-01T13:53:59Z",
        "'Thu, 01 May 2025 13:53:59 UTC', 2025-05-01T13:53:59Z",
        "2025-05-01 13:53:59 UTC, 2025-05-01T13:53:59Z",
        "2025-05-01 13:53:59.25 GMT, 2025-05-01T13:53:59.25Z",
        "2025-05-01 13:53:59 +02:00, 2025-05-01T11:53:59Z",
        "2026-03-12T10:00Z, 2026-03-12T10:00:00Z",
        "2026-03-12 10:00, 2026-03-12T10:00:00Z",
        "2026-03-12T10:00+01:00, 2026-03-12T09:00:00Z",
        "2030-01-01, 2030-01-01T00:00:00Z",
        "2030-01-01T00:00:00.1234567899Z, 2030-01-01T00:00:00.123456789Z",
        "'  2030-01-01T00:00:00Z ', 2030-01-01T00:00:00Z",
    })
    void readsDatesOfAllFormats(String text, Instant expected) {
        assertThat(WireTime.parse(text)).isEqualTo(expected);
    }

    @Test
    void readsEveryDayAsJavaDoes() {
        for (long day = -200_000; day < 200_000; day += 61) {
            Instant instant = Instant.ofEpochSecond(day * 86_400 + 12_345);
            assertThat(WireTime.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2030",
                "2030-01-01Z",
                "2030-01-01T00",
                "2030-13-01T00:00:00Z",
                "2030-00-01T00:00:00Z",
                "2030-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2030-01-01T24:00:00Z",
                "2030-01-01T00:60:00Z",
                "2030-01-01T00:00:60Z",
                "2030-01-01T00:00:00.Z",
                "2030-01-01T00:00:00+19:00",
                "2030-01-01T00:00:00+1",
                "2030-01-01T00:00:00+01:0",
                "2030-01-01T00:00:00ZZ",
                "2030-01-01T00:00:0xZ",
                "٢٠٣٠-01-01T00:00:00Z",
            })
    void refusesOtherTextsAndShowsThem(String text) {
        assertThatThrownBy(() -> WireTime.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("Expected a date and time such as 2030-01-31T23:59:59+00:00 but got '" + text + "'");
    }

    @Test
    void doesNotShowLongTexts() {
        assertThatThrownBy(() -> WireTime.parse("x".repeat(1_000)))
                .isInstanceOf(DateTimeException.class)
                .hasMessageEndingWith("but got 1000 characters");
    }

    @Test
    void writesDates() {
        Instant instant = Instant.parse("2030-01-02T03:04:05.000120999Z");

        assertThat(WireTime.formatDateTime(instant)).isEqualTo("2030-01-02T03:04:05.000120+00:00");
        assertThat(WireTime.formatLocalDateTime(instant)).isEqualTo("2030-01-02T03:04:05.000120");
        assertThat(WireTime.formatSecondsUtc(instant)).isEqualTo("2030-01-02 03:04:05");
        assertThat(WireTime.formatDateTime(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00+00:00");
        assertThatThrownBy(() -> WireTime.formatDateTime(Instant.MAX)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void readsUuidsAsJavaDoes() {
        Random random = new Random(42);
        for (int i = 0; i < 1_000; i++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            assertThat(parseUuid(uuid.toString())).isEqualTo(uuid);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0191C2A4-0000-7000-8000-00000000FFFF",
                "0191c2a40000700080000000 0000ffff",
                "{0191c2a4-0000-7000-8000-00000000ffff}",
                "urn:uuid:0191c2a4-0000-7000-8000-00000000ffff",
            })
    void readsUuidsInOtherForms(String text) {
        assertThat(parseUuid(text.replace(" ", ""))).isEqualTo(UUID.fromString("0191c2a4-0000-7000-8000-00000000ffff"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0191c2a4-0000-7000-8000-00000000fff",
                "0191c2a4-0000-7000-8000-00000000fffg",
                "0191c2a4-0000-7000-8000-00000000fff@",
                "0191c2a4+0000-7000-8000-00000000ffff",
                "0191c2a4-0000-7000-8000-00000000ffff0",
            })
    void refusesTextsThatAreNoUuid(String text) {
        assertThatThrownBy(() -> parseUuid(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected a UUID of 36 characters but got " + text.length());
    }

    private static UUID parseUuid(String text) {
        return WireUuid.parse(text);
    }
}
