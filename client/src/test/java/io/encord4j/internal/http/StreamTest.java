package io.encord4j.internal.http;

import static io.encord4j.internal.http.TransportFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.AuthenticationException;
import io.encord4j.CallException;
import io.encord4j.CloudDownloadException;
import io.encord4j.ConnectionException;
import io.encord4j.EncordException;
import io.encord4j.InterruptedCallException;
import io.encord4j.MalformedAnswerException;
import io.encord4j.ResourceNotFoundException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Call;

@Timeout(60)
class StreamTest {

    private TransportFixture fixture;
    private Transport transport;
    private final AtomicReference<EncordException> readerFailed = new AtomicReference<>();

    @BeforeEach
    void open() throws IOException {
        fixture = new TransportFixture();
        transport = fixture.open();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void readsALongResultPieceByPiece() {
        fixture.success("[" + "\"row\",".repeat(200_000) + "\"row\"]");

        try (JsonAnswer answer = transport.stream(rows())) {
            assertThat(count(answer)).isEqualTo(200_001);
            answer.finish();
        }
    }

    @Test
    void givesErrorsTheirClassBeforeAnythingIsRead() {
        fixture.error(401, "AUTHENTICATION_ERROR");
        failure(AuthenticationException.class, () -> transport.stream(rows()));

        fixture.success("null");
        failure(ResourceNotFoundException.class, () -> transport.stream(rows()));

        fixture.answer("<html>");
        failure(MalformedAnswerException.class, () -> transport.stream(rows()));
    }

    @Test
    void repeatsUntilTheResultBegins() {
        fixture.error(503, "UNKNOWN_ERROR");
        fixture.success("[\"row\"]");

        try (JsonAnswer answer = transport.stream(rows())) {
            assertThat(count(answer)).isOne();
        }
        assertThat(fixture.time.pauses()).hasSize(1);
    }

    @Test
    void doesNotTakeABrokenResultForAWholeOne() {
        fixture.server.enqueue(new MockResponse.Builder()
                .body("{\"status\": 200, \"response\": [" + "\"row\",".repeat(500_000) + "1]}")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        try (JsonAnswer answer = transport.stream(rows())) {
            ConnectionException error = failure(ConnectionException.class, () -> count(answer));
            assertThat(error.apiCall()).contains("listDataRows");
            assertThat(error.mayHaveBeenReceived()).isTrue();
        }

        fixture.answer("{\"status\": 200, \"response\": [\"row\", \"row\"");
        try (JsonAnswer answer = transport.stream(rows())) {
            failure(MalformedAnswerException.class, () -> count(answer));
        }

        fixture.answer("{\"status\": 200, \"response\": [\"row\"]");
        try (JsonAnswer answer = transport.stream(rows())) {
            assertThat(count(answer)).isOne();
            failure(MalformedAnswerException.class, answer::finish);
        }
    }

    @Test
    void anInterruptEndsReadingAtOnce() throws InterruptedException {
        Thread reader = startReadingAnAnswerWithoutEnd();

        reader.interrupt();
        reader.join(1_000);

        assertThat(reader.isAlive()).isFalse();
        assertThat(readerFailed.get()).isInstanceOf(InterruptedCallException.class);
    }

    @Test
    void closingTheTransportEndsReading() throws InterruptedException {
        Thread reader = startReadingAnAnswerWithoutEnd();

        transport.close();
        reader.join(1_000);

        assertThat(reader.isAlive()).isFalse();
        assertThat(readerFailed.get()).isInstanceOf(CallException.class);
    }

    @Test
    void givingAnAnswerUpFreesItsConnection() {
        fixture.server.enqueue(new MockResponse.Builder()
                .body("{\"status\": 200, \"response\": [" + "\"row\",".repeat(1_000_000) + "1]}")
                .build());
        fixture.success("{\"a\": 1}");

        try (JsonAnswer answer = transport.stream(rows())) {
            answer.read(reader -> {
                reader.beginArray();
                return reader.nextString();
            });
        }

        assertThat(fixture.getDataset(transport)).containsEntry("a", 1L);
    }

    @Test
    void refusesADownloadWithoutShowingItsUrl() {
        fixture.answer(403, "<Error>denied: canary</Error>");
        Call<ResponseBody> download =
                transport.storage(TestApi.class).getObject(fixture.domain() + "/o?X-Signature=canary");

        CloudDownloadException error = failure(CloudDownloadException.class, () -> transport.download(download, 0));

        assertThat(error.httpStatus()).isEqualTo(403);
        assertThat(error).hasMessageNotContaining("canary").hasNoCause();
    }

    private Thread startReadingAnAnswerWithoutEnd() throws InterruptedException {
        fixture.server.enqueue(new MockResponse.Builder()
                .body("{\"status\": 200, \"response\": [" + "\"row\",".repeat(100_000) + "1]}")
                .throttleBody(50_000, 1, TimeUnit.HOURS)
                .build());
        CountDownLatch reading = new CountDownLatch(1);
        Thread reader = new Thread(() -> {
            try (JsonAnswer answer = transport.stream(rows())) {
                reading.countDown();
                readerFailed.set(failure(EncordException.class, () -> count(answer)));
            }
        });
        reader.start();
        reading.await();
        return reader;
    }

    private Call<ResponseBody> rows() {
        return transport.api(TestApi.class).listDataRowsRaw(TestApi.NOTHING);
    }

    private static int count(JsonAnswer answer) {
        answer.read(reader -> {
            reader.beginArray();
            return true;
        });
        int count = 0;
        while (answer.<Boolean>read(reader -> {
            if (reader.hasNext()) {
                reader.skipValue();
                return true;
            }
            reader.endArray();
            return false;
        })) {
            count++;
        }
        return count;
    }
}
