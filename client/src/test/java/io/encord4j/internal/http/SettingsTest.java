package io.encord4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.ClientOptions;
import io.encord4j.InvalidValueException;
import io.encord4j.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void goesToEuropeUnlessToldOtherwise() {
        assertThat(ClientOptions.builder().build().domain())
                .isEqualTo(ClientOptions.EU_DOMAIN)
                .isEqualTo("https://api.encord.com");
        assertThat(ClientOptions.US_DOMAIN).isEqualTo("https://api.us.encord.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.encord.com", "https://api.encord.com/", " http://localhost:8080/ "})
    void takesADomain(String domain) {
        assertThat(ClientOptions.builder().domain(domain).build().domain())
                .isEqualTo(domain.strip().replaceAll("/$", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.encord.com",
                "ftp://api.encord.com",
                "https://api.encord.com/v2",
                "https://api.encord.com?x=1",
                "https://api.encord.com#x",
                "https://user:canary@api.encord.com",
                "canary",
            })
    void refusesWhatIsNoDomain(String domain) {
        assertThatThrownBy(() -> ClientOptions.builder().domain(domain))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("such as https://api.encord.com")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"importer", "importer/2.1", " importer/2.1 lib/0.1-SNAPSHOT ", "a!#$%&'*+-.^_`|~"})
    void takesProductsAsUserAgentSuffix(String suffix) {
        assertThat(ClientOptions.builder().userAgentSuffix(suffix).build().userAgentSuffix())
                .contains(suffix.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b/c", "a/", "/b", "a (comment)", "a\nb", "grün", "a;b", "a\tb"})
    void refusesAnyOtherUserAgentSuffix(String suffix) {
        assertThatThrownBy(() -> ClientOptions.builder().userAgentSuffix(suffix))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("name/version");
    }

    @Test
    void refusesTimeoutsThatOkHttpCannotKeep() {
        ClientOptions.Builder options = ClientOptions.builder();

        assertThatCode(() -> options.readTimeout(Duration.ZERO).callTimeout(Duration.ofDays(24)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> options.readTimeout(Duration.ofNanos(1))).hasMessageContaining("readTimeout");
        assertThatThrownBy(() -> options.connectTimeout(Duration.ofSeconds(-1))).hasMessageContaining("connectTimeout");
        assertThatThrownBy(() -> options.writeTimeout(Duration.ofDays(25))).hasMessageContaining("writeTimeout");
        assertThat(options.callTimeout(Duration.ZERO).build().callTimeout()).isNull();
    }

    @Test
    void waitsAsTheOfficialSdkDoes() {
        RetryPolicy policy = RetryPolicy.ofDefaults();

        assertThat(IntStream.rangeClosed(1, 8).mapToObj(policy::delayBefore).map(Duration::toSeconds))
                .containsExactly(0L, 3L, 6L, 12L, 24L, 48L, 96L, 120L);
        assertThat(policy.delayBefore(2_000)).isEqualTo(Duration.ofMinutes(2));
        assertThat(policy.toBuilder().build()).usingRecursiveComparison().isEqualTo(policy);
        assertThat(RetryPolicy.never().maxAttempts()).isOne();
    }

    @Test
    void refusesPoliciesThatMakeNoSense() {
        assertThatThrownBy(() -> RetryPolicy.builder().maxAttempts(0).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("maxAttempts is 0")
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> RetryPolicy.builder().backoffFactor(Double.NaN).build())
                .hasMessageContaining("backoffFactor");
        assertThatThrownBy(() -> RetryPolicy.builder().jitter(1.5).build()).hasMessageContaining("jitter");
        assertThatThrownBy(() ->
                        RetryPolicy.builder().maxElapsed(Duration.ofSeconds(-1)).build())
                .hasMessageContaining("maxElapsed");
    }

    @Test
    void readsRetryAfterInBothForms() {
        Instant now = Instant.parse("2030-01-01T00:00:00Z");

        assertThat(HttpDates.retryAfter("17", now)).isEqualTo(Duration.ofSeconds(17));
        assertThat(HttpDates.retryAfter(" 0 ", now)).isZero();
        assertThat(HttpDates.retryAfter("Tue, 01 Jan 2030 00:02:00 GMT", now)).isEqualTo(Duration.ofMinutes(2));
        assertThat(HttpDates.retryAfter("Mon, 31 Dec 2029 00:02:00 GMT", now)).isZero();
        assertThat(HttpDates.retryAfter("99999999999", now)).isEqualTo(Duration.ofDays(365));
        for (String garbage : new String[] {"", "-1", "1.5", "soon", "2030-01-01"}) {
            assertThat(HttpDates.retryAfter(garbage, now)).isNull();
        }
        assertThat(HttpDates.retryAfter(null, now)).isNull();
    }
}
