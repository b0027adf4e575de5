package io.encord4j.fake.internal.rpc;

import static io.encord4j.fake.internal.rpc.RpcClient.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.internal.rpc.RpcClient.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calls of users: datasets, keys, integrations. */
class UserEndpointTest {

    private static final Set<String> KEYS_OF_2022 =
            Set.of("dataset_hash", "user_hash", "title", "description", "type", "created_at", "last_edited_at");

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.newWorld();
    private final FakeUser alice = world.newUser("alice@example.com");
    private final RpcClient user = RpcClient.user(server, alice);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void makesADatasetOfTheTypeAskedFor() {
        Reply made = create("{\"title\": \"Films\", \"type\": 2, \"description\": \"d\"}");
        assertThat(made.object())
                .containsEntry("title", "Films")
                .containsEntry("type", 2L)
                .containsEntry("user_hash", alice.hash());
        assertThat(made.object()).containsOnlyKeys("title", "type", "dataset_hash", "user_hash");
    }

    @Test
    void refusesDatasetsThatMakeNoSense() {
        assertThat(create("{\"title\": \"\", \"type\": 0}").token()).isEqualTo("UNKNOWN_ERROR");
        assertThat(create("{\"title\": \"t\", \"type\": 9}").token()).isEqualTo("UNKNOWN_ERROR");
        assertThat(create("{\"title\": \"t\", \"type\": \"0\"}").token()).isEqualTo("UNKNOWN_ERROR");
        assertThat(create("{\"title\": \"t\", \"type\": 99999999999}").token()).isEqualTo("UNKNOWN_ERROR");
        assertThat(create("null").token()).isEqualTo("UNKNOWN_ERROR");
        assertThat(user.header("ResourceType", "")
                        .call("dataset", "POST", "null", "7")
                        .token())
                .isEqualTo("INVALID_ARGUMENTS_ERROR");
    }

    @Test
    void listsDatasetsWithExactlyTheKeysThatClientsOf2022Know() {
        create("{\"title\": \"Films\", \"type\": 0}");
        Reply listed = list("{\"filter\": {}}");

        assertThat(listed.objects()).singleElement().satisfies(entry -> {
            assertThat(entry).containsOnlyKeys("user_role", "dataset").containsEntry("user_role", 0L);
            assertThat(dataset(entry).keySet()).isEqualTo(KEYS_OF_2022);
            assertThat(dataset(entry)).containsEntry("description", null);
            assertThat((String) dataset(entry).get("created_at")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        });
    }

    @Test
    void tellsTheBackingFolderToClientsThatAskForIt() {
        create("{\"title\": \"Mirror\", \"type\": 0, \"create_backing_folder\": true}");
        create("{\"title\": \"Plain\", \"type\": 0, \"create_backing_folder\": false}");
        Reply listed = list("{\"filter\": {}, \"enable_storage_api\": true}");

        assertThat(listed.objects())
                .hasSize(2)
                .allSatisfy(entry -> assertThat(dataset(entry))
                        .containsKey("backing_folder_uuid")
                        .hasSize(KEYS_OF_2022.size() + 1));
        assertThat(dataset(listed.objects().get(0)).get("backing_folder_uuid")).isInstanceOf(String.class);
        assertThat(dataset(listed.objects().get(1)).get("backing_folder_uuid")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title_eq\": \"Film A\" | 1",
                "\"title_like\": \"Film%\" | 2",
                "\"title_like\": \"Film\" | 0",
                "\"title_like\": \"film%\" | 0",
                "\"desc_eq\": \"one\" | 1",
                "\"desc_like\": \"%n%\" | 1",
                "\"created_before\": \"2030-01-01T00:00:00\", \"title_like\": \"%B\" | 1",
                "\"created_after\": \"2100-01-01T00:00:00+02:00\" | 0",
                "\"edited_before\": \"2000-01-01T00:00:00\" | 0",
                "\"edited_after\": \"2000-01-01T00:00:00.123456\" | 2",
            })
    void filtersDatasets(String filter, int expected) {
        create("{\"title\": \"Film A\", \"type\": 0, \"description\": \"one\"}");
        create("{\"title\": \"Film B\", \"type\": 0}");

        assertThat(list("{\"filter\": {" + filter + "}}").objects()).hasSize(expected);
    }

    @Test
    void showsNobodyTheDatasetsOfStrangers() {
        create("{\"title\": \"Films\", \"type\": 0}");
        RpcClient bob = RpcClient.user(server, world.newUser("bob@example.com"));
        assertThat(bob.call("datasetwithuserrole", "GET", "null", "{\"filter\": {}}")
                        .objects())
                .isEmpty();
    }

    @Test
    void makesKeysAndListsThemAll() {
        String hash = create("{\"title\": \"Films\", \"type\": 0}").text("dataset_hash");
        Reply made = key(
                "POST", "{\"dataset_hash\": " + quoted(hash) + ", \"title\": \"k\", \"scopes\": [\"dataset.read\"]}");
        Reply master = key("PUT", "{\"dataset_hash\": " + quoted(hash) + "}");
        Reply again = key("PUT", "{\"dataset_hash\": " + quoted(hash) + "}");

        assertThat(made.object())
                .containsEntry("resource_hash", hash)
                .containsEntry("title", "k")
                .containsEntry("scopes", List.of("dataset.read"))
                .containsKeys("api_key", "key_hash");
        assertThat(made.text("api_key")).matches("[A-Za-z0-9_-]{43}");
        assertThat(master.object())
                .containsEntry("title", "")
                .containsEntry("scopes", List.of("dataset.read", "dataset.write"));
        assertThat(again.object()).isEqualTo(master.object());
        assertThat(key("GET", "{\"dataset_hash\": " + quoted(hash) + "}").objects())
                .extracting(key -> key.get("api_key"))
                .containsExactly(made.text("api_key"), master.text("api_key"));
    }

    @Test
    void refusesKeysToAllButAdmins() {
        String hash = create("{\"title\": \"Films\", \"type\": 0}").text("dataset_hash");
        RpcClient bob = RpcClient.user(server, world.newUser("bob@example.com"));
        for (String method : List.of("POST", "GET", "PUT")) {
            assertThat(bob.call(
                                    "datasetapikey",
                                    method,
                                    "null",
                                    "{\"dataset_hash\": " + quoted(hash) + ", \"title\": \"\", \"scopes\": []}")
                            .token())
                    .isEqualTo("AUTHORISATION_ERROR");
        }
        assertThat(key("GET", "{\"dataset_hash\": \"no-such\"}").token()).isEqualTo("RESOURCE_NOT_FOUND_ERROR");
        assertThat(key("POST", "{\"dataset_hash\": " + quoted(hash) + ", \"title\": \"\", \"scopes\": [\"all\"]}")
                        .token())
                .isEqualTo("UNKNOWN_ERROR");
    }

    @Test
    void listsIntegrationsWithExactlyTwoKeys() {
        assertThat(user.call("cloudintegration", "GET", "null", "null").objects())
                .hasSize(3)
                .allSatisfy(integration -> assertThat(integration).containsOnlyKeys("id", "title"));
    }

    private Reply create(String payload) {
        return user.call("dataset", "POST", "null", payload);
    }

    private Reply list(String payload) {
        return user.call("datasetwithuserrole", "GET", "null", payload);
    }

    private Reply key(String method, String payload) {
        return user.call("datasetapikey", method, "null", payload);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> dataset(Map<String, @Nullable Object> entry) {
        return (Map<String, @Nullable Object>) entry.get("dataset");
    }
}
