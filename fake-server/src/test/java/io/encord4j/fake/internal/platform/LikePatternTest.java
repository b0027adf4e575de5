package io.encord4j.fake.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "film, film, true",
                "film, Film, false",
                "film, a film, false",
                "%film, a film, true",
                "film%, film.mp4, true",
                "f_lm, film, true",
                "f_lm, flm, false",
                "%, '', true",
                "'', '', true",
                "'', a, false",
                "_, 🎬, true",
                "%100%, cut 100 of 200, true",
                "a\\%, a\\b, true",
                "a.c, abc, false",
                "_%_, a, false",
                "_%_, ab, true"
            })
    void matchesAsSqlDoes(String pattern, String text, boolean expected) {
        assertThat(LikePattern.of(pattern, false).matches(text)).isEqualTo(expected);
    }

    @Test
    void ignoresCaseOnRequest() {
        assertThat(LikePattern.of("%FILM%", true).matches("My Film.mp4")).isTrue();
    }

    @Property
    void agreesWithASimpleMatcher(
            @ForAll @Chars({'a', 'b', '%', '_'}) @StringLength(max = 80) String pattern,
            @ForAll @Chars({'a', 'b'}) @StringLength(max = 90) String text) {
        assertThat(LikePattern.of(pattern, false).matches(text)).isEqualTo(simple(pattern, text));
    }

    @Test
    void aHostilePatternOf100KilobytesTakesNoTime() {
        String pattern = "%a_".repeat(33_000) + "b";
        String text = "a".repeat(100_000);

        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(LikePattern.of(pattern, false).matches(text)).isFalse());
    }

    /** The textbook table: row by row of the pattern, which prefixes of the text it matches. */
    private static boolean simple(String pattern, String text) {
        boolean[] matches = new boolean[text.length() + 1];
        matches[0] = true;
        for (int at = 0; at < pattern.length(); at++) {
            char token = pattern.charAt(at);
            boolean[] next = new boolean[text.length() + 1];
            next[0] = token == '%' && matches[0];
            for (int i = 1; i <= text.length(); i++) {
                next[i] = token == '%'
                        ? matches[i] || next[i - 1]
                        : matches[i - 1] && (token == '_' || token == text.charAt(i - 1));
            }
            matches = next;
        }
        return matches[text.length()];
    }
}
