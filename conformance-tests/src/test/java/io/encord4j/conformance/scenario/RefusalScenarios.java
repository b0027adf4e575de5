package io.encord4j.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.conformance.contract.SampleRequests;
import io.encord4j.conformance.contract.SpecOperation;
import io.encord4j.conformance.contract.SpecOperations;
import io.encord4j.conformance.recording.RawClient;
import io.encord4j.conformance.recording.RawClient.Answer;
import io.encord4j.conformance.recording.SshKey;
import io.encord4j.conformance.scenario.Refused.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Every refusal that the spec documents, provoked by a request that deserves it")
final class RefusalScenarios extends Scenario {

    /** Needs a server that knows its people beforehand. */
    private static final Set<String> ELSEWHERE = Set.of("SSH_KEY_NOT_FOUND_ERROR", "FILE_TYPE_NOT_SUPPORTED_ERROR");

    private static final Set<Integer> BY_THE_CALLER = Set.of(400, 401, 403, 404);

    private final SshKey owner = SshKey.generate();
    private RawClient raw;

    @BeforeEach
    void onAFake() {
        onlyOnAFake("refusals on demand");
        raw = raw();
    }

    @Test
    void everyTokenOfEveryRpcCall() {
        SpecOperations operations = verdicts().operations();
        Refused refused = new Refused(raw, new SampleRequests(operations), surroundings());
        SoftAssertions soft = new SoftAssertions();
        for (SpecOperation operation : operations.all()) {
            for (String token : operation.tokens()) {
                if (!ELSEWHERE.contains(token)) {
                    Optional<Answer> answer = refused.provoke(operation, token);
                    soft.assertThat(answer.map(RefusalScenarios::token))
                            .as("%s, provoked to say %s", operation.id(), token)
                            .contains(token);
                }
            }
        }
        soft.assertAll();
    }

    @Test
    void unsupportedFilesAreRefusedWhenTheyAreRegistered() {
        String dataset = create("0");
        String key = key(dataset, "\"dataset.read\", \"dataset.write\"");
        Map<String, String> registrations = Map.of("video", "signedvideourl", "image", "signedimagesurl");
        registrations.forEach((kind, signed) -> {
            String name = kind.equals("video") ? "\"notes.txt\"" : "[\"notes.txt\"]";
            JsonNode answer = json(raw.rpcByKey(key, dataset, Rpc.body(signed, "GET", name, "null"), true))
                    .get("response");
            JsonNode place = answer.isArray() ? answer.get(0) : answer;
            put(place.get("signed_url").asString(), "just some text".getBytes(StandardCharsets.UTF_8));

            Answer refused = raw.rpcByKey(
                    key,
                    dataset,
                    Rpc.body(kind, "PUT", "\"" + place.get("data_hash").asString() + "\"", place.toString()),
                    true);

            assertThat(token(refused)).isEqualTo("FILE_TYPE_NOT_SUPPORTED_ERROR");
        });
    }

    @Test
    void everyStatusOfEveryRestCall() {
        SpecOperations operations = verdicts().operations();
        RefusedRest refused = new RefusedRest(
                raw, new SampleRequests(operations), owner, create("0"), RefusedRest.newFolder(raw, owner));
        SoftAssertions soft = new SoftAssertions();
        operations.all().stream()
                .filter(operation -> operation.wirePath().startsWith("/v2/"))
                .forEach(operation -> operation.answers().keySet().stream()
                        .filter(BY_THE_CALLER::contains)
                        .filter(status -> status != 400 || operation.path().contains("/storage/"))
                        .forEach(status -> {
                            Answer answer = refused.provoke(operation, status);
                            soft.assertThat(answer.status())
                                    .as("%s, provoked to say %d: %s", operation.id(), status, answer.body())
                                    .isEqualTo(status);
                        }));
        soft.assertAll();
    }

    @Test
    void theRestInterfaceOfDatasetsRefusesNonsense() {
        String groups = "/v2/public/datasets/" + create("0") + "/groups";
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put(
                "no title",
                raw.rest(
                        owner,
                        "POST",
                        "/v2/public/datasets",
                        "{\"title\": \"\", \"createBackingFolder\": true, \"legacyCall\": false}",
                        true));
        answers.put("bad date", raw.rest(owner, "GET", "/v2/public/datasets/list?createdAfter=yesterday", "", false));
        answers.put(
                "no count",
                raw.rest(owner, "GET", "/v2/public/presigned-urls?count=none&uploadItemType=video", "", false));
        answers.put(
                "bad id", raw.rest(owner, "GET", "/v2/public/cloud-integrations?filterIntegrationUuids=1", "", false));
        answers.put("no groups", raw.rest(owner, "POST", groups, "{\"groupHashList\": \"all\"}", false));
        answers.put("bad group", raw.rest(owner, "DELETE", groups + "?groupHashList=1", "", false));

        assertThat(answers)
                .allSatisfy((what, answer) -> assertThat(answer.status())
                        .as("%s: %s", what, answer.body())
                        .isEqualTo(400));
    }

    @Test
    void storageRefusesWrongUrlsOtherBytesAndWhatIsGone() throws IOException {
        String dataset = create("0");
        String key = key(dataset, "\"dataset.read\", \"dataset.write\"");
        byte[] film = Files.readAllBytes(samples().video("a.mp4"));
        JsonNode place = json(raw.rpcByKey(key, dataset, Rpc.body("signedvideourl", "GET", "\"a.mp4\"", "null"), true))
                .get("response");
        String put = place.get("signed_url").asString();
        String hash = "\"" + place.get("data_hash").asString() + "\"";

        assertThat(put(forged(put), film).status()).isEqualTo(403);
        assertThat(put(put, film).status()).isEqualTo(200);
        raw.rpcByKey(key, dataset, Rpc.body("video", "PUT", hash, place.toString()), true);
        assertThat(put(put, "other bytes".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(409);

        String get = json(raw.rpc(
                        owner,
                        dataset,
                        Rpc.body(
                                "datarow",
                                "GET",
                                hash,
                                "{\"additional_data\": {\"signed_url\": true, \"images_data_fetch_options\": null, \"client_metadata\": false}}"),
                        true))
                .get("response")
                .get("signed_url")
                .asString();
        assertThat(raw.get(get, Map.of()).status()).isEqualTo(200);
        assertThat(raw.get(get, Map.of("Range", "bytes=0-9")).status()).isEqualTo(206);
        assertThat(raw.get(get, Map.of("Range", "bytes=99999999-")).status()).isEqualTo(416);
        assertThat(raw.get(forged(get), Map.of()).status()).isEqualTo(403);

        raw.rpcByKey(key, dataset, Rpc.body("video", "DELETE", "[" + hash + "]", "null"), true);
        assertThat(raw.get(get, Map.of()).status()).isEqualTo(404);
        assertThat(put(put, film).status()).isEqualTo(404);
    }

    private static String forged(String signedUrl) {
        return signedUrl.substring(0, signedUrl.length() - 4) + "AAAA";
    }

    private Surroundings surroundings() {
        String dataset = create("0");
        String bucket = create("1");
        return new Surroundings(
                owner,
                SshKey.generate(),
                dataset,
                bucket,
                key(dataset, "\"dataset.read\", \"dataset.write\""),
                key(dataset, "\"dataset.read\""),
                key(dataset, "\"dataset.write\""),
                key(bucket, "\"dataset.read\", \"dataset.write\""));
    }

    private String create(String type) {
        return json(raw.userRpc(
                        owner,
                        Rpc.body("dataset", "POST", "null", "{\"title\": \"refusals\", \"type\": " + type + "}"),
                        true))
                .get("response")
                .get("dataset_hash")
                .asString();
    }

    private String key(String dataset, String scopes) {
        String payload = "{\"dataset_hash\": \"%s\", \"title\": \"key\", \"scopes\": [%s]}".formatted(dataset, scopes);
        return json(raw.userRpc(owner, Rpc.body("datasetapikey", "POST", "null", payload), true))
                .get("response")
                .get("api_key")
                .asString();
    }

    private Answer put(String signedUrl, byte[] bytes) {
        return raw.put(signedUrl, "application/octet-stream", bytes);
    }

    private static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String token(Answer answer) {
        return json(answer).path("response").path(0).asString(answer.body());
    }
}
