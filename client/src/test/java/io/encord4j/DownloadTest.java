package io.encord4j;

import static io.encord4j.support.StubService.row;
import static io.encord4j.support.StubService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest extends UploadFixture {
    private static final String BYTES = "0123456789".repeat(20_000);

    @Test
    void aRowIsDownloadedByItsHash() throws IOException {
        service.on("datarow/GET", row("h", "t").replace("}", ", \"signed_url\": \"%s\"}".formatted(url())));
        service.on("GET storage", call -> new MockResponse.Builder().body(BYTES).build());

        assertThat(dataset.download("h", directory.resolve("film"))).isEqualTo(BYTES.length());
        assertThat(directory.resolve("film")).hasContent(BYTES);
    }

    @Test
    void aDownloadThatBreaksGoesOnWhereItBroke() throws IOException {
        service.on("GET storage", call -> {
            String range = call.request().getHeaders().get("Range");
            if (range == null) {
                return broken();
            }
            int start = Integer.parseInt(range.replaceAll("\\D", ""));
            return new MockResponse.Builder()
                    .code(206)
                    .setHeader("Content-Range", "bytes %d-%d/%d".formatted(start, BYTES.length() - 1, BYTES.length()))
                    .body(BYTES.substring(start))
                    .build();
        });

        assertThat(dataset.download(url(), directory.resolve("film"))).isEqualTo(BYTES.length());
        assertThat(directory.resolve("film")).hasContent(BYTES);
        assertThat(service.calls("GET storage"))
                .extracting(call -> call.request().getHeaders().get("Range"))
                .containsExactly(null, "bytes=%d-".formatted(BYTES.length() / 2));
    }

    @Test
    void aBodyOfUnknownLengthThatBreaksIsNotTakenForAWholeOne() throws IOException {
        MockResponse cut = status(200)
                .newBuilder()
                .body("a\r\n0123456789\r\n")
                .removeHeader("Content-Length")
                .setHeader("Transfer-Encoding", "chunked")
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
        service.on("GET storage", call -> cut);

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> dataset.download(url(), directory.resolve("film")));
        assertThat(directory.resolve("film")).doesNotExist();
    }

    @Test
    void aStorageWithoutRangesIsReadFromTheBeginning() throws IOException {
        service.on(
                "GET storage",
                call -> service.calls("GET storage").size() == 1
                        ? broken()
                        : new MockResponse.Builder().body(BYTES).build());

        assertThat(dataset.download(url(), directory.resolve("film"))).isEqualTo(BYTES.length());
        assertThat(directory.resolve("film")).hasContent(BYTES);
    }

    @Test
    void aDownloadThatFailsLeavesTheEarlierFileAndNothingElse() throws IOException {
        Path film = file("film", "earlier");
        service.on("GET storage", call -> broken());

        assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> dataset.download(url(), film));

        assertThat(film).hasContent("earlier");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(film);
        }
    }

    @Test
    void nullIsAnsweredWithTheWayToAUrl() {
        assertThatNullPointerException()
                .isThrownBy(() -> dataset.download(null, directory.resolve("film")))
                .withMessageContaining("getDataRow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http:host/x", "http:/x", "http:x", "https:x", "//host/x", "file:///x"})
    void whatIsNoAbsoluteUrlIsSentNowhere(String signedUrl) throws IOException {
        service.on("GET presigned-urls", """
                {"results": [{"itemUuid": "d3207fb8-c0dd-5b75-99e6-71c3e9cad573", "objectKey": "k", "signedUrl": "%s"}]}""".formatted(signedUrl));

        assertThatExceptionOfType(MalformedAnswerException.class)
                .isThrownBy(() -> dataset.uploadVideo(file("heron.mp4", "bytes")));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> dataset.download(signedUrl, directory.resolve("film")));
        assertThat(service.operations()).containsOnly("GET presigned-urls");
    }

    /** The first half of the body, and then the orderly end of the connection, so that each byte that was written arrives. */
    private static MockResponse broken() {
        return status(200)
                .newBuilder()
                .body(BYTES.substring(BYTES.length() / 2))
                .setHeader("Content-Length", BYTES.length())
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
    }

    private String url() {
        return service.url("/storage/x?sig=s3cr3t");
    }
}
