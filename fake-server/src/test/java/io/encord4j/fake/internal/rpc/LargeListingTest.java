package io.encord4j.fake.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.internal.platform.Access;
import io.encord4j.fake.internal.platform.Actor;
import io.encord4j.fake.internal.platform.Integrations;
import io.encord4j.fake.internal.platform.PrivateData;
import io.encord4j.fake.internal.platform.PrivateFiles;
import io.encord4j.fake.internal.platform.Users;
import io.encord4j.fake.internal.platform.model.CloudIntegration;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import okio.Okio;
import org.junit.jupiter.api.Test;

class LargeListingTest {

    private static final int ROWS = 50_000;

    @Test
    void sendsALongListingInPieces() throws Exception {
        try (FakeEncordServer server = FakeEncordServer.start()) {
            FakeWorld world = server.newWorld();
            FakeUser alice = world.newUser("alice@example.com");
            String dataset = RpcClient.user(server, alice)
                    .call("dataset", "POST", "null", "{\"title\": \"Cloud\", \"type\": 1}")
                    .text("dataset_hash");
            fill(world, alice, dataset);

            HttpResponse<InputStream> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.url() + "/public"))
                                    .header("Authorization", "Bearer " + alice.bearerToken())
                                    .header("ResourceID", dataset)
                                    .header("ResourceType", "dataset")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "{\"query_type\": \"dataset\", \"query_method\": \"GET\", \"values\": {\"uid\": null, \"payload\": null}}"))
                                    .build(),
                            BodyHandlers.ofInputStream());

            assertThat(response.headers().firstValue("Content-Length")).isEmpty();
            assertThat(countRows(response.body())).isEqualTo(ROWS);
        }
    }

    private static void fill(FakeWorld world, FakeUser user, String dataset) {
        List<Map<String, String>> videos = IntStream.range(0, ROWS)
                .mapToObj(i -> Map.of("objectUrl", "https://bucket/" + i + ".mp4"))
                .toList();
        PrivateFiles files = PrivateFiles.read(Map.of("videos", videos), false);
        Internals.platform(world).change(tx -> {
            CloudIntegration integration =
                    Integrations.list(tx.state(), null, null).get(0);
            Actor actor = new Actor.Person(Users.user(tx.state(), user.hash()));
            PrivateData.add(Access.open(tx, actor, dataset), files, integration.uuid(), false);
        });
    }

    private static int countRows(InputStream in) throws Exception {
        int rows = 0;
        try (JsonReader reader = JsonReader.of(Okio.buffer(Okio.source(in)))) {
            reader.beginObject();
            while (!reader.nextName().equals("response")) {
                reader.skipValue();
            }
            reader.beginObject();
            while (!reader.nextName().equals("data_rows")) {
                reader.skipValue();
            }
            reader.beginArray();
            while (reader.hasNext()) {
                reader.skipValue();
                rows++;
            }
        }
        return rows;
    }
}
