package io.encord4j;

import static io.encord4j.support.StubService.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.internal.auth.Environment;
import io.encord4j.internal.auth.Vectors;
import io.encord4j.support.StubService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncordUserClientTest {

    @TempDir
    Path directory;

    private final StubService service = new StubService();
    private final EncordUserClient user = service.withSshKey();
    private final EncordUserClient older = service.withSshKeyOf2022();

    @AfterEach
    void close() {
        user.close();
        older.close();
        service.close();
    }

    @Test
    void aHostedDatasetIsCreatedWithAFolderByTheNewerCall() {
        service.on(
                "POST datasets",
                "{\"datasetUuid\": \"%s\", \"backingFolderUuid\": \"%s\"}"
                        .formatted(StubService.DATASET, StubService.DATASET));

        CreatedDataset created = user.createDataset("Birds");

        assertThat(created.datasetHash()).isEqualTo(StubService.DATASET);
        assertThat(created.backingFolderUuid()).isEqualTo(UUID.fromString(StubService.DATASET));
        assertThat(service.calls().get(0).request().getBody().utf8())
                .isEqualTo("{\"title\":\"Birds\",\"createBackingFolder\":true,\"legacyCall\":false}");
    }

    @Test
    void aDatasetForDataInOtherStorageIsCreatedByTheSameCallWhichDoesNotSayWhere() {
        service.on("POST datasets", "{\"datasetUuid\": \"%s\"}".formatted(StubService.DATASET));

        CreatedDataset created = user.createDataset(
                "Cloud",
                DatasetOptions.builder().storageLocation(StorageLocation.AWS).build());

        assertThat(created)
                .isEqualTo(new CreatedDataset(StubService.DATASET, "Cloud", StorageLocation.AWS, null, null));
        assertThat(service.operations()).containsExactly("POST datasets");
        assertThat(service.calls().get(0).request().getBody().utf8())
                .isEqualTo("{\"title\":\"Cloud\",\"createBackingFolder\":true,\"legacyCall\":false}");
    }

    @Test
    void theOlderCallIsUsedOnRequestAndNothingOfItsAnswerIsLost() {
        service.on("dataset/POST", """
                {"title": "t", "type": 1, "dataset_hash": "d", "user_hash": null, "backing_folder_uuid": "%s"}
                """.formatted(StubService.DATASET));

        CreatedDataset created = older.createDataset(
                "Cloud",
                DatasetOptions.builder().storageLocation(StorageLocation.AWS).build());

        assertThat(created)
                .isEqualTo(
                        new CreatedDataset("d", "t", StorageLocation.AWS, null, UUID.fromString(StubService.DATASET)));
        assertThat(service.calls("dataset/POST").get(0).payload()).isEqualTo(Map.of("title", "Cloud", "type", 1L));
    }

    @Test
    void aBackingFolderCannotBeHadFromTheOlderGeneration() {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> older.createDataset(
                        "t", DatasetOptions.builder().createBackingFolder(true).build()));
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> older.getDatasets(
                        DatasetFilter.builder().includeOrgAccess(true).build()));
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> older.getCloudIntegrations(
                        CloudIntegrationFilter.builder().includeOrgAccess(true).build()));
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void bothGenerationsListDatasetsWithAllFilters() {
        DatasetFilter all = DatasetFilter.builder()
                .titleEq("a")
                .titleLike("b%")
                .descriptionEq("c")
                .descriptionLike("d_")
                .createdBefore(Instant.parse("2030-01-01T00:00:00Z"))
                .createdAfter(Instant.EPOCH)
                .editedBefore(Instant.parse("2030-01-01T00:00:00.5Z"))
                .editedAfter(Instant.EPOCH)
                .build();
        service.on("datasetwithuserrole/GET", """
                        [{"user_role": 1, "dataset": {"dataset_hash": "d", "user_hash": "u", "title": "t", "description": null,
                          "type": 2, "created_at": "2022-04-20 09:00:01", "last_edited_at": "2022-04-20 09:00:01"}}]
                        """).on("GET datasets/list", """
                        {"result": [{"datasetUuid": "%s", "title": "t", "description": "", "createdAt": "2022-04-20T09:00:01+00:00",
                          "lastEditedAt": "Thu, 01 May 2025 13:53:59 GMT", "userRole": null, "storageLocation": null}]}
                        """.formatted(StubService.DATASET));

        DatasetSummary old = older.getDatasets(all).get(0);
        DatasetSummary recent = user.getDatasets(all).get(0);

        assertThat(old.userRole()).isEqualTo(DatasetUserRole.USER);
        assertThat(old.storageLocation()).isEqualTo(StorageLocation.GCP);
        assertThat(old.description()).isEmpty();
        assertThat(recent.userRole()).isNull();
        assertThat(recent.storageLocation()).isEqualTo(StorageLocation.CORD_STORAGE);
        assertThat(recent.lastEditedAt()).isEqualTo(Instant.parse("2025-05-01T13:53:59Z"));
        assertThat(((Map<?, ?>) service.calls("datasetwithuserrole/GET")
                        .get(0)
                        .payload()
                        .get("filter")))
                .hasSize(8);
        assertThat(service.calls("GET datasets/list").get(0).request().getUrl().querySize())
                .isEqualTo(9);
    }

    @Test
    void scopesOfAKeyAreReadFromAListAndFromAText() {
        service.on("datasetapikey/GET", """
                [{"resource_hash": "d", "api_key": "s3cr3t", "title": "a", "key_hash": "k", "scopes": ["dataset.read"]},
                 {"resource_hash": "d", "api_key": "s3cr3t", "title": "b", "key_hash": "k", "scopes": "[\\"dataset.write\\", \\"new\\"]"}]
                """);

        List<DatasetApiKey> keys = user.getDatasetApiKeys("d");

        assertThat(keys.get(0).scopes()).containsExactly(DatasetScope.READ);
        assertThat(keys.get(1).scopes()).containsExactly(DatasetScope.WRITE, new DatasetScope("new"));
        assertThat(keys.get(0).key()).isEqualTo("s3cr3t");
        assertThat(keys.toString()).doesNotContain("s3cr3t");

        service.on("datasetapikey/GET", """
                [{"resource_hash": "d", "api_key": "s3cr3t", "title": "a", "key_hash": "k", "scopes": "s3cr3t {"}]
                """);
        assertThatExceptionOfType(MalformedAnswerException.class)
                .isThrownBy(() -> user.getDatasetApiKeys("d"))
                .withMessageNotContaining("s3cr3t");
    }

    @Test
    void theOlderGenerationOpensADatasetWithItsMasterKey() {
        service.on("datasetapikey/PUT", """
                        {"resource_hash": "d", "api_key": "master", "title": "", "key_hash": "k", "scopes": ["dataset.read"]}
                        """)
                .on("dataset/GET", "{\"title\": \"t\", \"description\": null, \"dataset_type\": \"CORD_STORAGE\"}");

        try (EncordDatasetClient dataset = older.datasetClient("d")) {
            assertThat(dataset.getDataset().dataRows()).isEmpty();
        }

        assertThat(service.calls("dataset/GET").get(0).request().getHeaders().get("Authorization"))
                .isEqualTo("master");
    }

    @Test
    void closingTheOlderUserClientClosesItsDatasetClientsToo() {
        service.on("datasetapikey/PUT", """
                {"resource_hash": "d", "api_key": "master", "title": "", "key_hash": "k", "scopes": ["dataset.read"]}
                """);
        EncordUserClient user = service.withSshKeyOf2022();
        EncordDatasetClient dataset = user.datasetClient("d");

        user.close();

        assertThatThrownBy(dataset::getDataset).hasMessageContaining("closed");
        assertThat(service.calls("dataset/GET")).isEmpty();
    }

    @Test
    void integrationsAreFilteredHereForTheOlderGeneration() {
        service.on(
                "cloudintegration/GET",
                "[{\"id\": \"%s\", \"title\": \"a\"}, {\"id\": \"x\", \"title\": \"b\"}]"
                        .formatted(StubService.DATASET));

        assertThat(older.getCloudIntegrations(
                        CloudIntegrationFilter.builder().titles(List.of("b")).build()))
                .containsExactly(new CloudIntegration("x", "b"));
        assertThat(older.getCloudIntegrations(CloudIntegrationFilter.builder()
                        .ids(List.of(UUID.fromString(StubService.DATASET)))
                        .build()))
                .extracting(CloudIntegration::title)
                .containsExactly("a");
    }

    @Test
    void aBearerTokenAndGroupsAreRead() {
        service.on("GET user/bearer-token", "{\"token\": \"s3cr3t\"}").on("GET user/current-organisation/groups", """
                        {"results": [{"groupHash": "cb79fcc3-b969-527b-bf49-d7bb1ed6855f", "name": "n", "description": "d",
                          "createdAt": "2022-01-05T18:51:05+00:00"}], "nextPageToken": null}
                        """);

        BearerToken token = user.getBearerToken();

        assertThat(token.token()).isEqualTo("s3cr3t");
        assertThat(token.toString()).doesNotContain("s3cr3t");
        assertThat(user.getOrganisationGroups()).extracting(Group::name).containsExactly("n");
    }

    @Test
    void errorsOfBothKindsAreTyped() {
        service.on("GET datasets/list", call -> json(403, "{\"message\": \"No access\"}"));
        assertThatExceptionOfType(AuthorisationException.class)
                .isThrownBy(user::getDatasets)
                .matches(e -> "No access".equals(e.serverText()));
        service.refuse("datasetapikey/POST", 404, "RESOURCE_NOT_FOUND_ERROR");
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> user.createDatasetApiKey("d", "t", List.of(DatasetScope.READ)));
        service.refuse("datasetapikey/POST", 418, "BRAND_NEW_ERROR");
        assertThatExceptionOfType(GenericServerException.class)
                .isThrownBy(() -> user.createDatasetApiKey("d", "t", List.of(DatasetScope.READ)))
                .withMessageContaining("BRAND_NEW_ERROR");
    }

    @Test
    void callsRunInTheBackgroundToo() throws Exception {
        service.on("GET datasets/list", "{\"result\": []}").on("GET user/bearer-token", "{\"token\": \"t\"}");

        assertThat(user.supplyAsync(EncordUserClient::getDatasets).get(5, TimeUnit.SECONDS))
                .isEmpty();
        assertThat(user.runAsync(EncordUserClient::getBearerToken).get(5, TimeUnit.SECONDS))
                .isNull();
    }

    @Test
    void keysComeFromFileTextOrEnvironmentInThisOrder() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), Vectors.keyText("id_ed25519"));
        Environment environment =
                new Environment(Map.of("ENCORD_SSH_KEY", Vectors.keyText("id_ed25519_other")), directory);
        service.on("GET user/bearer-token", "{\"token\": \"t\"}");

        bearerToken(
                EncordUserClient.builder().sshKeyFile(file).sshKey("garbage").environment(environment));
        bearerToken(EncordUserClient.builder().sshKeyFile(Path.of("~/key")).environment(environment));
        bearerToken(EncordUserClient.builder().environment(environment));
        bearerToken(EncordUserClient.builder()
                .sshKey(Vectors.keyText("id_ed25519_passphrase"))
                .passphrase("correct horse battery".toCharArray()));

        assertThat(service.calls())
                .extracting(call ->
                        call.request().getHeaders().get("Signature-Input").replaceAll(".*keyid=\"(.{8}).*", "$1"))
                .satisfies(keys -> assertThat(keys.get(2)).isNotEqualTo("c5bb132c"))
                .filteredOn("c5bb132c"::equals)
                .hasSize(3);
    }

    @Test
    void credentialsThatCannotBeUsedAreRefusedWithARemedy() {
        assertThatExceptionOfType(CredentialException.class)
                .isThrownBy(() -> EncordUserClient.builder()
                        .environment(new Environment(Map.of(), directory))
                        .build())
                .withMessageContaining("ENCORD_SSH_KEY_FILE");
        assertThatExceptionOfType(CredentialException.class)
                .isThrownBy(() -> EncordUserClient.builder()
                        .sshKey(Vectors.keyText("id_rsa"))
                        .build());
        assertThatExceptionOfType(CredentialException.class)
                .isThrownBy(() -> EncordUserClient.builder()
                        .sshKey(Vectors.keyText("id_ed25519_passphrase"))
                        .build());
        assertThatExceptionOfType(CredentialException.class)
                .isThrownBy(() -> EncordUserClient.builder().bearerToken(" ").build());
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> EncordUserClient.builder()
                        .bearerToken("t")
                        .sshKey(Vectors.keyText("id_ed25519"))
                        .build());
    }

    private void bearerToken(EncordUserClientBuilder builder) {
        try (EncordUserClient client =
                builder.options(service.options().build()).build()) {
            client.getBearerToken();
        }
    }
}
