package io.encord4j.internal.http;

import static io.encord4j.internal.http.TransportFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.encord4j.AuthorisationException;
import io.encord4j.EncordException;
import io.encord4j.GenericServerException;
import io.encord4j.InvalidArgumentsException;
import io.encord4j.MalformedAnswerException;
import io.encord4j.RateLimitExceededException;
import io.encord4j.ResourceExistsException;
import io.encord4j.ResourceNotFoundException;
import io.encord4j.RetryPolicy;
import io.encord4j.ServerException;
import io.encord4j.UnknownServerException;
import io.encord4j.wire.json.RpcValues;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private TransportFixture fixture;
    private Transport transport;
    private TestApi api;

    @BeforeEach
    void open() throws IOException {
        fixture = new TransportFixture();
        transport = fixture.open(TransportFixture.SSH, options -> options.retryPolicy(RetryPolicy.never()));
        api = transport.api(TestApi.class);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void returnsTheResultWithoutItsEnvelope() {
        fixture.answer("{\"more\": [1, {}], \"status\": 200, \"response\": {\"title\": \"one\"}, \"payload\": null}");

        assertThat(fixture.getDataset(transport)).containsExactly(Map.entry("title", "one"));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 404, 500, 503})
    void takesTheEnvelopesStatusForSuccessWhateverHttpSays(int status) {
        if (status == 204) {
            // HTTP has no room for an envelope there.
            fixture.server.enqueue(new MockResponse.Builder().code(204).build());
            failure(MalformedAnswerException.class, () -> fixture.getDataset(transport));
        } else {
            fixture.answer(status, "{\"status\": 200, \"response\": {\"title\": \"one\"}}");
            assertThat(fixture.getDataset(transport)).containsEntry("title", "one");
        }
    }

    @Test
    void takesTheEnvelopesStatusForFailureWhateverHttpSays() {
        fixture.answer(
                200, "{\"status\": 404, \"response\": [\"RESOURCE_NOT_FOUND_ERROR\"], \"payload\": \"No such\"}");

        ResourceNotFoundException error = failure(ResourceNotFoundException.class, () -> fixture.getDataset(transport));

        assertThat(error.apiCall()).contains("getDataset");
        assertThat(error.httpStatus()).isEqualTo(200);
        assertThat(error.envelopeStatus()).isEqualTo(404);
        assertThat(error.errorToken()).contains("RESOURCE_NOT_FOUND_ERROR");
        assertThat(error.serverText()).contains("No such");
        assertThat(error.traceId()).matches("[0-9a-f]{32}");
        assertThat(error.attempts()).isEqualTo(1);
        assertThat(error.remedy()).isNotNull();
        assertThat(error).hasMessageContainingAll("does not exist", "No such", "Check the id", "status=404");
    }

    @Test
    void waitsForTheStatusWhenTheResponseComesFirst() {
        fixture.answer("{\"response\": {\"title\": \"one\"}, \"status\": 200}");
        assertThat(fixture.getDataset(transport)).containsEntry("title", "one");

        fixture.answer("{\"payload\": \"text\", \"response\": [\"INVALID_ARGUMENTS_ERROR\"], \"status\": 400}");
        assertThat(failure(InvalidArgumentsException.class, () -> fixture.getDataset(transport))
                        .serverText())
                .contains("text");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION_ERROR, AuthenticationException",
        "AUTHORISATION_ERROR, AuthorisationException",
        "RESOURCE_NOT_FOUND_ERROR, ResourceNotFoundException",
        "METHOD_NOT_ALLOWED_ERROR, MethodNotAllowedException",
        "UNKNOWN_ERROR, UnknownServerException",
        "OPERATION_NOT_ALLOWED, OperationNotAllowedException",
        "FILE_TYPE_NOT_SUPPORTED_ERROR, FileTypeNotSupportedException",
        "FILE_SIZE_NOT_SUPPORTED_ERROR, FileSizeNotSupportedException",
        "UPLOAD_OPERATION_NOT_SUPPORTED_ERROR, UploadOperationNotSupportedException",
        "RESOURCE_EXISTS_ERROR, ResourceExistsException",
        "INVALID_DATE_FORMAT_ERROR, InvalidDateFormatException",
        "ANSWER_DICTIONARY_ERROR, GenericServerException",
        "CORRUPTED_LABEL_ERROR, GenericServerException",
        "FEATURE_DOES_NOT_EXIST_ERROR, GenericServerException",
        "MODEL_WEIGHTS_INCONSISTENT_ERROR, GenericServerException",
        "MODEL_FEATURES_INCONSISTENT_ERROR, GenericServerException",
        "DETECTION_RANGE_INVALID_ERROR, GenericServerException",
        "MUST_SET_DETECTION_RANGE_ERROR, GenericServerException",
        "INVALID_ARGUMENTS_ERROR, InvalidArgumentsException",
        "SSH_KEY_NOT_FOUND_ERROR, SshKeyNotFoundException",
        "DUPLICATE_SSH_KEY_ERROR, DuplicateSshKeyException",
        "MULTI_LABEL_LIMIT_ERROR, GenericServerException",
        "WRONG_PROJECT_TYPE_ERROR, GenericServerException",
        "TOKEN_OF_TOMORROW, GenericServerException",
    })
    void givesEachTokenItsClass(String token, String type) {
        fixture.error(400, token);

        ServerException error = failure(ServerException.class, () -> fixture.getDataset(transport));

        assertThat(error.getClass().getSimpleName()).isEqualTo(type);
        assertThat(error.errorToken()).contains(token);
    }

    @Test
    void readsWhatAnErrorSaysBesides() {
        fixture.answer(409, "{\"status\": 409, \"response\": [\"RESOURCE_EXISTS_ERROR\"], \"payload\": \"twice\"}");
        assertThat(failure(ResourceExistsException.class, () -> fixture.getDataset(transport)))
                .hasMessageContaining("The server says: twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"AUTHENTICATION_ERROR\"", "[\"AUTHENTICATION_ERROR\", \"x\"]", "{\"a\": 1}", "[7]", "null"})
    void takesAnErrorOfAnotherFormForAnUnknownOne(String response) {
        fixture.answer(401, "{\"status\": 401, \"response\": " + response + "}");

        GenericServerException error = failure(GenericServerException.class, () -> fixture.getDataset(transport));

        assertThat(error.errorToken()).isNull();
        assertThat(error.envelopeStatus()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "0", "false", "\"\""})
    void takesAnEmptyResultOfAReadForNotFound(String result) {
        fixture.success(result);

        assertThat(failure(ResourceNotFoundException.class, () -> fixture.getDataset(transport))
                        .apiCall())
                .contains("getDataset");
    }

    @Test
    void takesAnEmptyListForAListAndNullForNotFound() {
        fixture.success("[]");
        assertThat(transport.execute(api.listDataRows(TestApi.NOTHING))).isEmpty();

        fixture.success("null");
        failure(ResourceNotFoundException.class, () -> transport.execute(api.listDataRows(TestApi.NOTHING)));
    }

    @Test
    void wantsAResultOfWhatItDid() {
        fixture.success("0");
        failure(
                MalformedAnswerException.class,
                () -> transport.execute(api.startReEncoding(new RpcValues<>(List.of(), null))));
        fixture.success("[]");
        assertThat(fixture.linkItems(transport)).isEmpty();
        fixture.success("null");
        failure(MalformedAnswerException.class, () -> fixture.linkItems(transport));
    }

    @ParameterizedTest
    @ValueSource(strings = {", \"response\": null", "", ", \"response\": [[1], {\"a\": {}}]"})
    void ignoresTheResultOfADeletion(String rest) {
        fixture.answer("{\"status\": 200" + rest + "}");

        assertThatCode(() -> transport.perform(api.deleteData(new RpcValues<>(List.of("a"), null))))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotIgnoreTheFailureOfADeletion() {
        fixture.error(403, "AUTHORISATION_ERROR");
        failure(
                AuthorisationException.class,
                () -> transport.perform(api.deleteData(new RpcValues<>(List.of("a"), null))));

        fixture.answer("<html>");
        failure(
                MalformedAnswerException.class,
                () -> transport.perform(api.deleteData(new RpcValues<>(List.of("a"), null))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "not json",
                "<html><body>Bad gateway</body></html>",
                "[]",
                "{}",
                "null",
                "{\"response\": {\"a\": 1}}",
                "{\"status\": \"200\", \"response\": {\"a\": 1}}",
                "{\"status\": 200.5, \"response\": {\"a\": 1}}",
                "{\"status\": 200, \"response\": [1]}",
                "{\"status\": 200, \"response\": {\"a\": 1}",
                "{\"status\": 200, \"response\": {\"a\": 1}} {}",
                "{\"status\": 200, \"response\": {\"a\": tru",
            })
    void namesAnAnswerThatCannotBeRead(String body) {
        fixture.answer(body);

        MalformedAnswerException error = failure(MalformedAnswerException.class, () -> fixture.getDataset(transport));

        assertThat(error.httpStatus()).isEqualTo(200);
        assertThat(error.mayHaveBeenReceived()).isTrue();
        assertThat(error.remedy()).isNotNull();
    }

    @Test
    void survivesAnAnswerThatIsNestedTooDeeply() {
        fixture.success("[".repeat(100_000) + "]".repeat(100_000));

        failure(MalformedAnswerException.class, () -> transport.execute(api.listDataRows(TestApi.NOTHING)));
    }

    @Test
    void showsTheBeginningOfAGatewaysPageAndOfNothingElse() {
        fixture.answer(502, "<html>Bad gateway at example</html>");
        assertThat(failure(UnknownServerException.class, () -> fixture.getDataset(transport)))
                .hasMessageContaining("Bad gateway at example")
                .hasMessageContaining("http=502");

        fixture.answer("{\"status\": 200, \"response\": {\"token\": \"canary");
        assertThat(failure(MalformedAnswerException.class, () -> fixture.getDataset(transport)))
                .hasMessageNotContaining("canary");
    }

    @Test
    void readsCompressedAnswers() throws IOException {
        Buffer compressed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(compressed))) {
            sink.writeUtf8("{\"status\": 200, \"response\": {\"title\": \"small\"}}");
        }
        fixture.server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(compressed)
                .build());

        assertThat(fixture.getDataset(transport)).containsEntry("title", "small");
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidArgumentsException",
        "401, AuthenticationException",
        "403, AuthorisationException",
        "404, ResourceNotFoundException",
        "405, MethodNotAllowedException",
        "413, PayloadTooLargeException",
        "429, RateLimitExceededException",
        "201, UnknownServerException",
        "202, UnknownServerException",
        "302, UnknownServerException",
        "409, UnknownServerException",
        "422, UnknownServerException",
        "500, UnknownServerException",
        "503, UnknownServerException",
    })
    void givesEachRestStatusItsClass(int status, String type) {
        fixture.answer(status, "{\"message\": \"because\"}");

        ServerException error = failure(ServerException.class, () -> transport.execute(api.listDatasets(null, null)));

        assertThat(error.getClass().getSimpleName()).isEqualTo(type);
        assertThat(error.httpStatus()).isEqualTo(status);
        assertThat(error.envelopeStatus()).isNull();
        assertThat(error.serverText()).contains("because");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"message\": \"m\", \"detail\": \"d\"} | m",
                "{\"detail\": \"d\"} | d",
                "{\"detail\": [{\"loc\": 1}]} | [{\"loc\":1}]",
                "{\"other\": 1} | ",
                "[1] | ",
                "<html>down | <html>down",
                "{\"message\": \"cut | cut",
            })
    void findsTheWordsOfARestError(String body, String words) {
        fixture.answer(400, body);

        InvalidArgumentsException error =
                failure(InvalidArgumentsException.class, () -> transport.execute(api.listDatasets(null, null)));

        assertThat(error.serverText()).isEqualTo(words);
    }

    @Test
    void tellsHowLongToWait() {
        fixture.server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "17")
                .build());

        RateLimitExceededException error =
                failure(RateLimitExceededException.class, () -> transport.execute(api.listDatasets(null, null)));

        assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(17));
        assertThat(error).hasMessageContaining("17 s");
    }

    @Test
    void takesNoContentWhereNoneIsWantedAndOnlyThere() {
        fixture.server.enqueue(new MockResponse.Builder().code(204).build());
        assertThatCode(() -> transport.perform(api.addDatasetGroups(TransportFixture.EMPTY)))
                .doesNotThrowAnyException();

        fixture.server.enqueue(new MockResponse.Builder().code(204).build());
        failure(MalformedAnswerException.class, () -> transport.execute(api.listDatasets(null, null)));
    }

    @Test
    void wantsJsonEvenWhereTheResultIsIgnored() {
        fixture.answer("null");
        assertThatCode(() -> transport.perform(api.addDatasetGroups(TransportFixture.EMPTY)))
                .doesNotThrowAnyException();
        for (String body : new String[] {"", "nonsense", "{} {}"}) {
            fixture.answer(body);
            failure(
                    MalformedAnswerException.class,
                    () -> transport.perform(api.addDatasetGroups(TransportFixture.EMPTY)));
        }
    }

    @Test
    void doesNotKeepAHugeErrorInMemory() {
        fixture.answer(500, "<" + "x".repeat(5_000_000));

        EncordException error =
                failure(UnknownServerException.class, () -> transport.execute(api.listDatasets(null, null)));

        assertThat(error.getMessage()).hasSizeLessThan(1_000);
    }

    @Test
    void givesTheConnectionBackAfterWhateverAnswer() throws InterruptedException {
        fixture.success("{\"a\": 1}");
        fixture.error(404, "RESOURCE_NOT_FOUND_ERROR");
        fixture.success("{\"a\": 1}");

        fixture.getDataset(transport);
        failure(ResourceNotFoundException.class, () -> fixture.getDataset(transport));
        fixture.getDataset(transport);

        assertThat(fixture.request().getConnectionIndex()).isZero();
        assertThat(fixture.request().getConnectionIndex()).isZero();
        assertThat(fixture.request().getConnectionIndex()).isZero();
    }
}
