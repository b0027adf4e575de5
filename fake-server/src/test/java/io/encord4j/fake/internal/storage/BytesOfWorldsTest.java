package io.encord4j.fake.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeEncordServer.StorageUse;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.WorldSnapshot;
import io.encord4j.fake.internal.platform.model.StoredObject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Memory and files are given back as soon as the last world and snapshot that share them is closed, reset or forgotten. */
class BytesOfWorldsTest {

    private static final StorageUse NOTHING = new StorageUse(0, 0);
    private static final byte[] BYTES = new byte[100_000];

    private FakeEncordServer server;
    private TestClient client;
    private FakeWorld world;

    @BeforeEach
    void start() {
        server = FakeEncordServer.start();
        client = new TestClient(server);
        world = server.newWorld();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void areGivenBackWithTheWorld() {
        upload();
        assertThat(server.storageUse()).isEqualTo(new StorageUse(0, 1));

        world.close();

        assertThat(server.storageUse()).isEqualTo(NOTHING);
    }

    @Test
    void ofASeedAreGivenBackWhenTheWorldIsReset() {
        world.newUser("alice@example.com");
        world.newDataset(world.credentials("alice@example.com"), "Streets", "one.png", "two.png");
        assertThat(server.storageUse().memoryBytes()).isPositive();

        world.reset();

        assertThat(server.storageUse()).isEqualTo(NOTHING);
    }

    @Test
    void areKeptWhileAForkHasThem() {
        upload();
        FakeWorld fork = world.fork();

        world.close();
        assertThat(server.storageUse()).isEqualTo(new StorageUse(0, 1));

        fork.close();
        assertThat(server.storageUse()).isEqualTo(NOTHING);
    }

    @Test
    void comeBackWithASnapshotEvenIntoAnotherWorld() throws Exception {
        String key = upload();
        WorldSnapshot snapshot = world.snapshot();
        world.reset();
        world.close();
        assertThat(server.storageUse()).isEqualTo(new StorageUse(0, 1));

        FakeWorld other = server.newWorld();
        other.restore(snapshot); // Until here the test refers to the snapshot.
        try (InputStream bytes = content(other, key).blob().open(0)) {
            assertThat(bytes).hasBinaryContent(BYTES);
        }

        world.forget(snapshot);
        other.close();
        assertThat(server.storageUse()).isEqualTo(NOTHING);
    }

    @Test
    void ofASeedThatIsRefusedAreNotKept() {
        HttpResponse<String> refused =
                client.send(HttpRequest.newBuilder(URI.create(server.url() + "/_fake/worlds/" + world.id() + "/seed"))
                        .POST(HttpRequest.BodyPublishers.ofString("""
                        {"users": [{"email": "alice@example.com"}],
                         "datasets": [{"title": "Streets", "owner": "alice@example.com",
                          "rows": [{"title": "a", "type": "IMAGE", "files": [{"generate": {}}]},
                                   {"title": "b", "type": "IMAGE", "files": [{"oops": 1}]}]}]}
                        """)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(server.storageUse()).isEqualTo(NOTHING);
    }

    /** Uploads what is too large for memory and names its object. */
    private String upload() {
        FakeUser alice = world.newUser("alice@example.com");
        List<?> urls =
                TestClient.list(client.get("/v2/public/presigned-urls?count=1&uploadItemType=video", alice), "results");
        Map<?, ?> signed = (Map<?, ?>) urls.get(0);
        assertThat(client.put((String) signed.get("signedUrl"), BYTES).statusCode())
                .isEqualTo(200);
        return (String) signed.get("objectKey");
    }

    private static StoredObject.Content content(FakeWorld world, String key) {
        StoredObject object = Internals.state(world).files().objects().get(key);
        return Objects.requireNonNull(Objects.requireNonNull(object).content());
    }
}
