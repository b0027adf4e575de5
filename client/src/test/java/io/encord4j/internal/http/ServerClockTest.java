package io.encord4j.internal.http;

import static io.encord4j.internal.http.TransportFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.AuthenticationException;
import io.encord4j.RetryPolicy;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerClockTest {

    private static final Pattern CREATED = Pattern.compile(";created=(\\d+);");
    private static final Instant HERE = Instant.parse("2030-01-01T00:00:00Z");

    private TransportFixture fixture;
    private Transport transport;
    private TestApi api;

    @BeforeEach
    void open() throws IOException {
        fixture = new TransportFixture(new VirtualTime(HERE));
        transport = fixture.open(TransportFixture.SSH, options -> options.retryPolicy(RetryPolicy.never()));
        api = transport.api(TestApi.class);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void backdatesSignaturesBy30Seconds() throws InterruptedException {
        answer(200, HERE);

        transport.execute(api.listDatasets(null, null));

        assertThat(created()).isEqualTo(HERE.minusSeconds(30));
    }

    @Test
    void learnsTheServersTimeOnFirstContact() throws InterruptedException {
        Instant there = HERE.minusSeconds(3600);
        answer(200, there);
        answer(200, there);

        transport.execute(api.listDatasets(null, null));
        transport.execute(api.listDatasets(null, null));

        assertThat(created()).isEqualTo(HERE.minusSeconds(30));
        assertThat(created()).isEqualTo(there.minusSeconds(30));
    }

    @Test
    void signsOnceMoreWhenTheTimeExplainsTheRefusalEvenWhereRepetitionIsForbidden() throws InterruptedException {
        Instant there = HERE.plusSeconds(900);
        answer(401, there);
        answer(200, there);

        transport.execute(api.createDataset(TransportFixture.EMPTY));

        assertThat(created()).isEqualTo(HERE.minusSeconds(30));
        assertThat(created()).isEqualTo(there.minusSeconds(30));
        assertThat(fixture.time.pauses()).isEmpty();
    }

    @Test
    void neverSpendsMoreThanOneExtraAttempt() {
        answer(401, HERE.plusSeconds(900));
        answer(401, HERE.plusSeconds(9_000));
        answer(200, HERE);

        AuthenticationException error =
                failure(AuthenticationException.class, () -> transport.execute(api.listDatasets(null, null)));

        assertThat(error.attempts()).isEqualTo(2);
        assertThat(fixture.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void takesARefusalAtItsWordWhenTheClocksAgree() {
        answer(401, HERE.plusSeconds(2));
        fixture.answer(401, "{}");

        failure(AuthenticationException.class, () -> transport.execute(api.listDatasets(null, null)));
        failure(AuthenticationException.class, () -> transport.execute(api.listDatasets(null, null)));

        assertThat(fixture.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void learnsAgainWhenTheClockHasMovedSince() throws InterruptedException {
        answer(200, HERE);
        answer(401, HERE.plusSeconds(500));
        answer(200, HERE.plusSeconds(500));

        transport.execute(api.listDatasets(null, null));
        transport.execute(api.listDatasets(null, null));

        assertThat(created()).isEqualTo(HERE.minusSeconds(30));
        assertThat(created()).isEqualTo(HERE.minusSeconds(30));
        assertThat(created()).isEqualTo(HERE.plusSeconds(470));
    }

    private void answer(int status, Instant date) {
        fixture.server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)))
                .body("{\"result\": []}")
                .build());
    }

    private Instant created() throws InterruptedException {
        RecordedRequest request = fixture.request();
        Matcher created = CREATED.matcher(String.valueOf(request.getHeaders().get("Signature-Input")));
        assertThat(created.find()).isTrue();
        return Instant.ofEpochSecond(Long.parseLong(created.group(1)));
    }
}
