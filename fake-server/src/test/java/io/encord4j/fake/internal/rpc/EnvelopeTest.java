package io.encord4j.fake.internal.rpc;

import static io.encord4j.fake.internal.rpc.RpcClient.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.internal.rpc.RpcClient.Reply;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered to calls that the platform does not carry out. */
class EnvelopeTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final String META =
            "{\"query_type\": \"apikeymeta\", \"query_method\": \"GET\", \"values\": {\"uid\": null, \"payload\": null}}";

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.newWorld();
    private final FakeUser alice = world.newUser("alice@example.com");
    private final FakeUser bob = world.newUser("bob@example.com");
    private final RpcClient user = RpcClient.user(server, alice);
    private final String dataset = user.call("dataset", "POST", "null", "{\"title\": \"Films\", \"type\": 0}")
            .text("dataset_hash");
    private final RpcClient modern = RpcClient.modern(server, alice, dataset);
    private final RpcClient legacy = RpcClient.key(server, key("[\"dataset.read\", \"dataset.write\"]"), dataset);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "no json",
                "{\"query_type\": \"dataset\", \"query_method\": \"GET\"}",
                "{\"query_type\": \"dataset\", \"query_method\": \"GET\", \"values\": {}}",
                "{\"query_type\": \"dataset\", \"query_method\": \"GET\", \"values\": {\"uid\": null}}",
                "{\"query_type\": 1, \"query_method\": \"GET\", \"values\": {\"uid\": null, \"payload\": null}}",
                "{\"query_type\": \"dataset\", \"query_method\": \"GET\", \"values\": [null, null]}",
                "{\"query_type\": \"dataset\", \"query_method\": \"GET\", \"values\": {\"uid\": nul, \"payload\": null}}",
                META + "x",
            })
    void answersAnErrorEnvelopeToWhatIsNoEnvelope(String body) {
        for (RpcClient client : new RpcClient[] {user, modern, legacy}) {
            Reply reply = client.send(body);
            assertThat(reply.token()).isEqualTo("UNKNOWN_ERROR");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.httpStatus()).isEqualTo(400);
        }
    }

    @Test
    void refusesDeepNestingWithoutFailing() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(modern.call("dataset", "GET", deep, "null").token()).isEqualTo("UNKNOWN_ERROR");
        assertThat(modern.call("datarow", "POST", quoted(UNKNOWN), "{\"client_metadata\": " + deep + "}")
                        .token())
                .isEqualTo("UNKNOWN_ERROR");
    }

    @Test
    void refusesUnknownQueryTypesAndMethods() {
        for (RpcClient client : new RpcClient[] {user, modern, legacy}) {
            assertThat(client.call("nonsense", "GET", "null", "null").token()).isEqualTo("METHOD_NOT_ALLOWED_ERROR");
            assertThat(client.call("apikeymeta", "DELETE", "null", "null").token())
                    .isEqualTo("METHOD_NOT_ALLOWED_ERROR");
            assertThat(client.call("Dataset", "GET", "null", "null").status()).isEqualTo(405);
        }
    }

    @Test
    void keepsUserCallsAndResourceCallsApart() {
        assertThat(user.call("datarows", "GET", "null", "null").token()).isEqualTo("METHOD_NOT_ALLOWED_ERROR");
        assertThat(modern.call("datasetwithuserrole", "GET", "null", "{\"filter\": {}}")
                        .token())
                .isEqualTo("METHOD_NOT_ALLOWED_ERROR");
    }

    @Test
    void judgesTheCredentialBeforeTheBody() {
        RpcClient nobody = RpcClient.key(server, "no-such-key", dataset);
        assertThat(nobody.send("no json").token()).isEqualTo("AUTHENTICATION_ERROR");
        assertThat(RpcClient.with(server, "/public", Map.of("ResourceID", dataset))
                        .send(META)
                        .token())
                .isEqualTo("AUTHENTICATION_ERROR");
    }

    @Test
    void judgesTheQueryTypeBeforeTheResourceAndTheResourceBeforeTheArguments() {
        RpcClient elsewhere = RpcClient.modern(server, alice, UNKNOWN);
        assertThat(elsewhere.call("nonsense", "GET", "null", "null").token()).isEqualTo("METHOD_NOT_ALLOWED_ERROR");
        assertThat(elsewhere.call("datarow", "GET", "1", "2").token()).isEqualTo("RESOURCE_NOT_FOUND_ERROR");
    }

    @Test
    void judgesTheScopeBeforeTheArguments() {
        RpcClient reader = RpcClient.key(server, key("[\"dataset.read\"]"), dataset);
        RpcClient writer = RpcClient.key(server, key("[\"dataset.write\"]"), dataset);
        RpcClient nothing = RpcClient.key(server, key("[]"), dataset);

        assertThat(reader.call("video", "DELETE", "1", "null").token()).isEqualTo("OPERATION_NOT_ALLOWED");
        assertThat(reader.call("signedvideourl", "GET", "\"a.mp4\"", "null").status())
                .isEqualTo(403);
        assertThat(reader.call("dataset", "GET", "null", "null").status()).isEqualTo(200);
        assertThat(writer.call("dataset", "GET", "null", "null").token()).isEqualTo("OPERATION_NOT_ALLOWED");
        assertThat(nothing.call("apikeymeta", "GET", "null", "null").status()).isEqualTo(200);
        assertThat(nothing.call("cloudintegration", "GET", "null", "null").status())
                .isEqualTo(200);
    }

    @Test
    void demandsTheScopeForWritingForChangesThatHaveNone() {
        RpcClient reader = RpcClient.key(server, key("[\"dataset.read\"]"), dataset);
        assertThat(reader.call("datarow", "POST", quoted(UNKNOWN), "{}").token())
                .isEqualTo("OPERATION_NOT_ALLOWED");
    }

    @Test
    void refusesAKnownKeyWithAnotherDataset() {
        String other = user.call("dataset", "POST", "null", "{\"title\": \"Other\", \"type\": 0}")
                .text("dataset_hash");
        RpcClient wrong = RpcClient.key(server, key("[\"dataset.read\"]"), other);
        assertThat(wrong.send(META).token()).isEqualTo("AUTHENTICATION_ERROR");
    }

    @Test
    void refusesApiKeysOnTheUserEndpoint() {
        RpcClient keyOnUser = RpcClient.with(
                server, "/public/user", Map.of("Authorization", key("[\"dataset.read\"]"), "ResourceID", dataset));
        assertThat(keyOnUser.call("cloudintegration", "GET", "null", "null").token())
                .isEqualTo("AUTHENTICATION_ERROR");
    }

    @Test
    void refusesStrangersAndUnknownDatasets() {
        assertThat(RpcClient.modern(server, bob, dataset)
                        .call("dataset", "GET", "null", "null")
                        .token())
                .isEqualTo("AUTHORISATION_ERROR");
        Reply unknown = RpcClient.modern(server, alice, UNKNOWN).call("dataset", "GET", "null", "null");
        assertThat(unknown.token()).isEqualTo("RESOURCE_NOT_FOUND_ERROR");
        assertThat((String) unknown.envelope().get("payload")).contains(UNKNOWN);
        assertThat(RpcClient.modern(server, alice, "")
                        .call("dataset", "GET", "null", "null")
                        .token())
                .isEqualTo("RESOURCE_NOT_FOUND_ERROR");
        assertThat(modern.header("ResourceType", "project")
                        .call("dataset", "GET", "null", "null")
                        .token())
                .isEqualTo("RESOURCE_NOT_FOUND_ERROR");
    }

    @Test
    void wordsWrongArgumentsForEachGeneration() {
        Reply legacyReply = legacy.call("video", "DELETE", "\"one\"", "null");
        Reply modernReply = modern.call("video", "DELETE", "\"one\"", "null");

        assertThat(legacyReply.token()).isEqualTo("UNKNOWN_ERROR");
        assertThat(modernReply.token()).isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(modernReply.status()).isEqualTo(400);
        assertThat((String) modernReply.envelope().get("payload")).contains("uid", "list");
    }

    @Test
    void wordsDatesThatCannotBeReadForBothGenerations() {
        assertThat(user.call("datasetwithuserrole", "GET", "null", "{\"filter\": {\"created_before\": \"yesterday\"}}")
                        .token())
                .isEqualTo("INVALID_DATE_FORMAT_ERROR");
        assertThat(modern.call(
                                "datarows",
                                "GET",
                                "null",
                                "{\"title_eq\": null, \"title_like\": null, \"created_before\": \"soon\","
                                        + " \"created_after\": null, \"data_types\": null,"
                                        + " \"dataset_access_settings\": {\"fetch_client_metadata\": false},"
                                        + " \"data_hashes\": null}")
                        .token())
                .isEqualTo("INVALID_DATE_FORMAT_ERROR");
    }

    @Test
    void hidesUnknownSshKeysFromClientsThatDoNotKnowTheToken() {
        world.changeChoices(
                choices -> choices.toBuilder().acceptsUnknownSshKeys(false).build());
        server.defaultWorld()
                .changeChoices(choices -> choices.toBuilder()
                        .acceptsUnknownSshKeys(false)
                        .tellsUnknownSshKeys(true)
                        .build());
        // A recorded signature of a key that nobody registered.
        String signature = "c5bb132c5976974a21aacae4c7109a7293a30d88b67ff27ebadd3a88865c2626:"
                + "0e26d1219c0771423711cb58bce14cfc90ebc4747f48ccd3e2a2544d6a78e083"
                + "9950d5cf6f1fccc5490852372365672a087561df607a645906bbb51f5e296f08";
        String body =
                "{\"query_type\": \"dataset\", \"query_method\": \"GET\", \"values\": {\"uid\": null, \"payload\": null}}";
        RpcClient old = RpcClient.with(server, "/public", Map.of("Authorization", signature, "ResourceID", dataset));

        assertThat(old.send(body).token()).isEqualTo("AUTHENTICATION_ERROR");
        assertThat(old.header("ResourceType", "dataset").send(body).token()).isEqualTo("SSH_KEY_NOT_FOUND_ERROR");
    }

    @Test
    void canAnswerErrorsWithHttp200() {
        world.changeChoices(
                choices -> choices.toBuilder().rpcErrorsAreHttp200(true).build());
        Reply reply = modern.call("nonsense", "GET", "null", "null");
        assertThat(reply.httpStatus()).isEqualTo(200);
        assertThat(reply.status()).isEqualTo(405);
    }

    @Test
    void answersJsonWithoutCharset() {
        HttpResponse<String> response = user.raw(META);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void readsRawUtf8AndEscapesAlike() {
        Reply raw = user.call("dataset", "POST", "null", "{\"title\": \"日本 😀\", \"type\": 0}");
        Reply escaped =
                user.call("dataset", "POST", "null", "{\"title\": \"\\u65e5\\u672c \\ud83d\\ude00\", \"type\": 0}");
        assertThat(raw.text("title")).isEqualTo("日本 😀").isEqualTo(escaped.text("title"));
    }

    private String key(String scopes) {
        return user.call(
                        "datasetapikey",
                        "POST",
                        "null",
                        "{\"dataset_hash\": " + quoted(dataset) + ", \"title\": \"k\", \"scopes\": " + scopes + "}")
                .text("api_key");
    }
}
