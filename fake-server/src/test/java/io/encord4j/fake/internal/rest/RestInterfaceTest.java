package io.encord4j.fake.internal.rest;

import static io.encord4j.fake.TestClient.list;
import static io.encord4j.fake.TestClient.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.Internals;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.internal.platform.Groups;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestInterfaceTest {

    private static final Instant NOW = Instant.parse("2026-03-12T07:20:00Z");

    private final FakeEncordServer server =
            FakeEncordServer.builder().clock(ClockSetting.frozen(NOW)).start();
    private final FakeUser alice = server.defaultWorld().newUser("alice@example.com");
    private final FakeUser bob = server.defaultWorld().newUser("bob@example.com");
    private final TestClient client = new TestClient(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void createsADatasetWithABackingFolder() {
        HttpResponse<String> made = create("Film", true);

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(made.headers().firstValue("Date")).hasValue("Thu, 12 Mar 2026 07:20:00 GMT");
        assertThat(object(made).get("datasetUuid")).asString().hasSize(36);
        assertThat(object(made).get("backingFolderUuid")).asString().hasSize(36);
    }

    @Test
    void listsADatasetAsItsCreatorSeesIt() {
        String uuid = (String) object(create("Film", false)).get("datasetUuid");

        List<?> listed = list(client.get("/v2/public/datasets/list?includeOrgAccess=False", alice), "result");

        assertThat(listed).hasSize(1);
        assertThat((Map<?, ?>) listed.get(0))
                .hasToString("{datasetUuid=" + uuid + ", title=Film, description=, createdAt=2026-03-12T07:20:00+00:00,"
                        + " lastEditedAt=2026-03-12T07:20:00+00:00, userRole=admin, storageLocation=0.0}");
    }

    @Test
    void hidesADatasetFromStrangers() {
        create("Film", true);

        assertThat(list(client.get("/v2/public/datasets/list", bob), "result")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "titleEq=100%25+a%2Bb, 1",
        "titleEq=100%25+a+b, 0",
        "titleLike=100%5C%25%25, 0",
        "titleLike=100%25, 1",
        "titleLike=_00%25b, 1",
        "titleLike=%25A%2BB, 0",
        "descriptionEq=, 0",
        "createdBefore=2026-03-12T07%3A20%3A00%2B00%3A00, 0",
        "createdBefore=2026-03-12T07%3A20%3A01Z, 1",
        "createdAfter=2026-03-12T07%3A19%3A59Z, 1",
        "editedAfter=2026-03-12T07%3A20%3A00Z&titleEq=100%25+a%2Bb, 0",
        "includeOrgAccess=TRUE, 1",
    })
    void filtersDatasets(String query, int found) {
        create("100% a+b", true);

        assertThat(list(client.get("/v2/public/datasets/list?" + query, alice), "result"))
                .hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"includeOrgAccess=perhaps", "createdBefore=yesterday", "titleEq=a&titleEq=b"})
    void refusesFiltersThatMakeNoSense(String query) {
        HttpResponse<String> refused = client.get("/v2/public/datasets/list?" + query, alice);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(object(refused).get("message")).asString().contains(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "null",
                "{}",
                "{\"title\": \"\", \"createBackingFolder\": true, \"legacyCall\": false}",
                "{\"title\": 5, \"createBackingFolder\": true, \"legacyCall\": false}",
                "{\"title\": \"a\", \"createBackingFolder\": \"yes\", \"legacyCall\": false}",
                "{\"title\": \"a\", \"createBackingFolder\": true, \"legacyCall\": false} {}"
            })
    void refusesBodiesThatMakeNoSense(String body) {
        HttpResponse<String> refused = client.rest("POST", "/v2/public/datasets", body, alice);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(object(refused).get("message")).asString().isNotBlank();
        assertThat(Internals.state(server.defaultWorld()).datasets()).isEmpty();
    }

    @Test
    void refusesDeepNestingWithoutFailing() {
        String deep = "{\"x\":".repeat(100_000) + "1" + "}".repeat(100_000);

        assertThat(client.rest("POST", "/v2/public/datasets", deep, alice).statusCode())
                .isEqualTo(400);
    }

    @Test
    void treatsTitlesAsDataOnly() {
        String title = "../\\u0000<script>\\n\\\"" + "x".repeat(100_000);
        assertThat(create(title, true).statusCode()).isEqualTo(200);

        Map<?, ?> listed = (Map<?, ?>)
                list(client.get("/v2/public/datasets/list", alice), "result").get(0);

        assertThat(listed.get("title")).isEqualTo("../\0<script>\n\"" + "x".repeat(100_000));
    }

    @Test
    void handsOutAsManySignedUrlsAsAskedFor() {
        HttpResponse<String> page = client.get("/v2/public/presigned-urls?count=200&uploadItemType=image", alice);

        assertThat(list(page, "results")).hasSize(200).doesNotHaveDuplicates();
        Map<?, ?> first = (Map<?, ?>) list(page, "results").get(0);
        assertThat(first.get("itemUuid")).asString().hasSize(36);
        assertThat(first.get("signedUrl")).asString().startsWith(server.url() + "/storage/default/");
        assertThat(first.get("signedUrl")).asString().contains((String) first.get("objectKey"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "count=1",
                "count=0&uploadItemType=video",
                "count=201&uploadItemType=video",
                "count=-1&uploadItemType=video",
                "count=99999999999999999999&uploadItemType=video",
                "count=one&uploadItemType=video",
                "count=1&uploadItemType=film"
            })
    void refusesSignedUrlsThatMakeNoSense(String query) {
        assertThat(client.get("/v2/public/presigned-urls?" + query, alice).statusCode())
                .isEqualTo(400);
    }

    @Test
    void givesTheSameBearerTokenEachTime() {
        Object token = object(client.get("/v2/public/user/bearer-token", alice)).get("token");

        assertThat(token).isEqualTo(alice.bearerToken());
    }

    @Test
    void listsTheThreeCloudIntegrationsAndFiltersThem() {
        List<?> all = list(client.get("/v2/public/cloud-integrations", alice), "result");
        assertThat(all).hasSize(3);
        Object uuid = ((Map<?, ?>) all.get(0)).get("integrationUuid");

        assertThat(list(client.get("/v2/public/cloud-integrations?filterIntegrationTitles=GCP", alice), "result"))
                .hasSize(1);
        assertThat(list(
                        client.get(
                                "/v2/public/cloud-integrations?filterIntegrationUuids=" + uuid
                                        + "&filterIntegrationTitles=GCP&includeOrgAccess=True",
                                alice),
                        "result"))
                .isEmpty();
        assertThat(client.get("/v2/public/cloud-integrations?filterIntegrationUuids=x", alice)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void givesGroupsAccessToADatasetAndTakesItAway() {
        String group = Internals.platform(server.defaultWorld())
                .update(tx -> Groups.create(tx, "Reviewers", "They review", Set.of(bob.hash())))
                .hash()
                .toString();
        String dataset = (String) object(create("Film", true)).get("datasetUuid");
        String groups = "/v2/public/datasets/" + dataset + "/groups";
        assertThat(list(client.get("/v2/public/user/current-organisation/groups", alice), "results"))
                .hasSize(1);
        assertThat(client.get(groups, bob).statusCode()).isEqualTo(403);

        HttpResponse<String> added =
                client.rest("POST", groups, "{\"groupHashList\": [\"" + group + "\"], \"userRole\": 1}", alice);

        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).isEqualTo("null");
        assertThat(list(client.get(groups, bob), "results")).hasSize(1);
        Map<?, ?> listed =
                (Map<?, ?>) list(client.get(groups, alice), "results").get(0);
        assertThat(listed.get("isSameOrganisation")).isEqualTo(true);
        assertThat(listed.get("userRole")).isEqualTo(1.0);

        HttpResponse<String> removed =
                client.rest("DELETE", groups + "?groupHashList=" + group + "&groupHashList=" + dataset, "", alice);

        assertThat(removed.statusCode()).isEqualTo(200);
        assertThat(list(client.get(groups, alice), "results")).isEmpty();
    }

    @Test
    void refusesGroupsThatMakeNoSense() {
        String dataset = (String) object(create("Film", true)).get("datasetUuid");
        String groups = "/v2/public/datasets/" + dataset + "/groups";
        String unknown = "00000000-0000-4000-8000-000000000000";

        assertThat(client.rest("POST", groups, "{\"groupHashList\": [\"" + unknown + "\"], \"userRole\": 1}", alice)
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.rest("POST", groups, "{\"groupHashList\": [], \"userRole\": 7}", alice)
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.rest("DELETE", groups + "?groupHashList=x", "", alice).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-4000-8000-000000000000", "x", "a%2Fb", "%00", "..%2F.."})
    void knowsNoOtherDataset(String hash) {
        assertThat(client.get("/v2/public/datasets/" + hash + "/groups", alice).statusCode())
                .isIn(404, 400);
    }

    @Test
    void knowsNoOtherPathsAndMethods() {
        assertThat(client.get("/v2/public/nothing", alice).statusCode()).isEqualTo(404);
        HttpResponse<String> wrongMethod = client.get("/v2/public/datasets", alice);
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow")).hasValue("POST");
        assertThat(object(wrongMethod).get("message")).asString().contains("POST");
    }

    @Test
    void judgesTheCredentialBeforeAnythingElse() {
        assertThat(client.anonymous("GET", "/v2/public/nothing").statusCode()).isEqualTo(401);
        assertThat(client.anonymous("POST", "/v2/public/datasets").statusCode()).isEqualTo(401);
        FakeUser forger = new FakeUser("", "", "", "", "not-a-token");
        assertThat(client.get("/v2/public/user/bearer-token", forger).statusCode())
                .isEqualTo(401);
    }

    @Test
    void acceptsMessageSignaturesWithinTheirWindow() {
        long now = NOW.getEpochSecond();
        String target = "/v2/public/datasets/list?titleLike=100%25+a%2Bb&includeOrgAccess=False";

        assertThat(client.signed("GET", target, "", alice, now - 30).statusCode())
                .isEqualTo(200);
        assertThat(client.signed("GET", target, "", alice, now - 300).statusCode())
                .isEqualTo(200);
        HttpResponse<String> old = client.signed("GET", target, "", alice, now - 301);
        assertThat(old.statusCode()).isEqualTo(401);
        assertThat(object(old).get("message")).asString().contains("older than 300");
        assertThat(client.signed("GET", target, "", alice, now + 31).statusCode())
                .isEqualTo(401);
    }

    @Test
    void acceptsUnknownKeysUnlessToldOtherwise() {
        FakeUser unknown = stranger();
        long now = NOW.getEpochSecond();

        assertThat(client.signed("GET", "/v2/public/datasets/list", "", unknown, now)
                        .statusCode())
                .isEqualTo(200);

        server.defaultWorld()
                .changeChoices(choices ->
                        choices.toBuilder().acceptsUnknownSshKeys(false).build());
        FakeUser another = stranger();
        assertThat(client.signed("GET", "/v2/public/datasets/list", "", another, now)
                        .statusCode())
                .isEqualTo(401);
    }

    /** Somebody whose key no world of this server knows. */
    private static FakeUser stranger() {
        try (FakeEncordServer elsewhere = FakeEncordServer.start()) {
            return elsewhere.defaultWorld().newUser("stranger@example.com");
        }
    }

    private HttpResponse<String> create(String title, boolean mirror) {
        return client.rest(
                "POST",
                "/v2/public/datasets",
                "{\"title\": \"" + title + "\", \"createBackingFolder\": " + mirror + ", \"legacyCall\": false}",
                alice);
    }
}
