package io.encord4j.fake.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.fake.internal.http.IncomingRequest;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlAccessTest {

    private static final boolean HERE = true;
    private static final boolean ELSEWHERE = false;
    private static final String HOST = "localhost:8080";

    private final ControlAccess open = new ControlAccess(Optional.empty(), "127.0.0.1", Optional.empty());
    private final ControlAccess named =
            new ControlAccess(Optional.empty(), "fake.internal", Optional.of("https://fake.example:8443/"));
    private final ControlAccess guarded = new ControlAccess(Optional.of("open sesame"), "127.0.0.1", Optional.empty());

    @Test
    void hearsThisMachineOnlyIfThereIsNoToken() {
        assertHeard(open, HERE, Map.of("Host", HOST));
        assertRefused(open, ELSEWHERE, Map.of("Host", HOST)).withMessageContaining("control token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Anything",
                "Forwarded",
                "X-Real-IP",
                "Via"
            })
    void takesAProxyOfThisMachineForElsewhere(String header) {
        assertRefused(open, HERE, Map.of("Host", HOST, header, "127.0.0.1"));
        assertRefused(open, HERE, Map.of("Host", HOST, header.toLowerCase(Locale.ROOT), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8080", "127.8.8.8", "[::1]:8080"})
    void knowsTheNamesOfThisMachine(String host) {
        assertHeard(open, HERE, Map.of("Host", host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", "", "a b", "10.0.0.1"})
    void refusesNamesThatAPageMayHaveMadeToLeadHere(String host) {
        assertRefused(open, HERE, Map.of("Host", host)).withMessageContaining("host name");
    }

    @Test
    void knowsTheNamesThatItWasConfiguredWith() {
        assertHeard(named, HERE, Map.of("Host", "fake.internal:8080"));
        assertHeard(named, HERE, Map.of("Host", "fake.example:8443", "Origin", "https://fake.example:8443"));
        assertRefused(open, HERE, Map.of("Host", "fake.internal:8080"));
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, null",
        "Origin, http://localhost:3000",
        "Origin, https://localhost:8080",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void refusesWebPagesOfOtherOrigins(String header, String value) {
        assertRefused(open, HERE, Map.of("Host", HOST, header, value)).withMessageContaining("another origin");
    }

    @Test
    void hearsItsOwnPages() {
        assertHeard(
                open, HERE, Map.of("Host", HOST, "Origin", "http://localhost:8080", "Sec-Fetch-Site", "same-origin"));
        assertHeard(open, HERE, Map.of("Host", HOST, "Sec-Fetch-Site", "none"));
    }

    @Test
    void asksEverybodyForTheTokenIfThereIsOne() {
        assertRefused(guarded, HERE, Map.of("Host", HOST));
        assertRefused(guarded, HERE, Map.of("X-Fake-Token", "open"));
        assertHeard(guarded, ELSEWHERE, Map.of("X-Fake-Token", "open sesame"));
        assertHeard(guarded, ELSEWHERE, Map.of("Authorization", "Bearer open sesame", "Forwarded", "for=192.0.2.1"));
    }

    @Test
    void showsThePageToWhoeverMayUseItAndToThoseWhoFollowALink() {
        Map<String, String> link = Map.of(
                "Host",
                HOST,
                "Sec-Fetch-Site",
                "cross-site",
                "Sec-Fetch-Mode",
                "navigate",
                "Sec-Fetch-Dest",
                "document");
        assertShown(open, HERE, Map.of("Host", HOST));
        assertShown(open, HERE, link);
        assertShown(guarded, ELSEWHERE, Map.of("Host", "anywhere.example"));
        assertRefused(() -> open.check(HERE, new Headers(link))).withMessageContaining("another origin");
    }

    @Test
    void hidesThePageFromOtherMachinesMadeUpNamesAndFrames() {
        Map<String, String> frame = Map.of(
                "Host", HOST, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe");
        for (ControlAccess access : List.of(open, guarded)) {
            assertRefused(() -> access.checkPage(HERE, new Headers(frame))).withMessageContaining("another origin");
        }
        assertRefused(() -> open.checkPage(ELSEWHERE, new Headers(Map.of("Host", HOST))));
        assertRefused(() -> open.checkPage(HERE, new Headers(Map.of("Host", "evil.example"))));
        assertRefused(() -> open.checkPage(HERE, new Headers(Map.of("Host", HOST, "Via", "1.1 proxy"))));
    }

    private static void assertShown(ControlAccess access, boolean fromLoopback, Map<String, String> headers) {
        assertThatCode(() -> access.checkPage(fromLoopback, new Headers(headers)))
                .doesNotThrowAnyException();
    }

    private static void assertHeard(ControlAccess access, boolean fromLoopback, Map<String, String> headers) {
        assertThatCode(() -> access.check(fromLoopback, new Headers(headers))).doesNotThrowAnyException();
    }

    private static ThrowableAssertAlternative<ControlException> assertRefused(
            ControlAccess access, boolean fromLoopback, Map<String, String> headers) {
        return assertRefused(() -> access.check(fromLoopback, new Headers(headers)));
    }

    private static ThrowableAssertAlternative<ControlException> assertRefused(ThrowingCallable asked) {
        return assertThatExceptionOfType(ControlException.class)
                .isThrownBy(asked)
                .satisfies(refusal -> assertThat(refusal.status()).isIn(401, 403));
    }

    /** A request of which only the header is looked at. */
    private record Headers(Map<String, String> fields) implements IncomingRequest {

        Headers {
            Map<String, String> ignoringCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            ignoringCase.putAll(fields);
            fields = ignoringCase;
        }

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String path() {
            return "/_fake/worlds";
        }

        @Override
        public @Nullable String query() {
            return null;
        }

        @Override
        public List<String> headers(String name) {
            String value = fields.get(name);
            return value == null ? List.of() : List.of(value);
        }

        @Override
        public List<String> headerNames() {
            return List.copyOf(fields.keySet());
        }

        @Override
        public String baseUrl() {
            return "http://" + HOST;
        }

        @Override
        public InputStream body() {
            return InputStream.nullInputStream();
        }
    }
}
