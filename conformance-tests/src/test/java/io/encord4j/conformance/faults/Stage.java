package io.encord4j.conformance.faults;

import io.encord4j.ApiGeneration;
import io.encord4j.ClientOptions;
import io.encord4j.DataRowExtras;
import io.encord4j.DatasetOptions;
import io.encord4j.DatasetScope;
import io.encord4j.DatasetUserRole;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordStorage;
import io.encord4j.EncordUserClient;
import io.encord4j.RetryPolicy;
import io.encord4j.StorageLocation;
import io.encord4j.conformance.scenario.Samples;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.WorldSnapshot;
import io.encord4j.fake.internal.platform.model.PlatformState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import okhttp3.OkHttpClient;

/** A world in which every operation has something to work on, as it was before any of them was called. */
final class Stage {

    private final FakeWorld world;
    private final String url;
    private final FakeUser user;
    private final WorldSnapshot before;

    private final Path film;
    private final Path picture;
    private final String dataset;
    private final String apiKey;
    private final String bucketDataset;
    private final String bucketKey;
    private final String freshDataset;
    private final String video;
    private final String group;
    private final UUID item;
    private final String signedUrl;
    private final String task;
    private final UUID organisationGroup;
    private final UUID memberGroup;
    private final StorageStage storage;
    private long firstRequest;

    private Stage(FakeEncordServer server, Path folder) {
        world = server.newWorld();
        url = server.url();
        world.changeChoices(choices -> choices.toBuilder().checksMedia(false).build());
        user = world.newUser("ann@example.com");
        organisationGroup = group("Annotators");
        memberGroup = group("Reviewers");
        film = new Samples(folder).bytes("film.mp4", new byte[FaultKind.Upload.SIZE]);
        picture = new Samples(folder).image("cat.png", 16, 16, 1);
        try (EncordUserClient ann =
                client(ApiGeneration.V2026, options(url, new OkHttpClient(), Duration.ofSeconds(10)))) {
            dataset = ann.createDataset("stage").datasetHash();
            freshDataset = ann.createDataset("without a key").datasetHash();
            apiKey = ann.createDatasetApiKey(dataset, "key", List.of(DatasetScope.READ, DatasetScope.WRITE))
                    .key();
            EncordDatasetClient client = ann.datasetClient(dataset);
            client.addGroups(List.of(memberGroup), DatasetUserRole.USER);
            video = client.uploadVideo(film).dataHash();
            item = client.uploadImage(picture).backingItemUuid();
            group = client.createImageGroup(List.of(picture)).get(0).dataHash();
            signedUrl = client.getDataRow(
                            video, DataRowExtras.builder().signedUrl(true).build())
                    .signedUrl();
            task = client.reEncodeData(List.of(video)).id();
            storage = StorageStage.set(ann.storage(), integration(), memberGroup, film, picture);
        }
        try (EncordUserClient ann =
                client(ApiGeneration.V2022, options(url, new OkHttpClient(), Duration.ofSeconds(10)))) {
            bucketDataset = ann.createDataset(
                            "bucket",
                            DatasetOptions.builder()
                                    .storageLocation(StorageLocation.AWS)
                                    .build())
                    .datasetHash();
            bucketKey = ann.getOrCreateDatasetApiKey(bucketDataset).key();
        }
        before = world.snapshot();
    }

    private UUID group(String name) {
        return world.newGroup(name, user.email());
    }

    private UUID integration() {
        return Internals.state(world).integrations().keySet().iterator().next();
    }

    static Stage in(FakeEncordServer server, Path folder) {
        return new Stage(server, folder);
    }

    FakeWorld world() {
        return world;
    }

    String url() {
        return url;
    }

    /** Makes everything as it was, and forgets what was asked and armed. */
    void reset() {
        world.faults().clear();
        world.restore(before);
        forgetRequests();
    }

    void forgetRequests() {
        world.journal().clear();
        firstRequest = world.journal().lastSequence() + 1;
    }

    /** Waits until every request is over that has been received since, those that their sender has given up included. */
    void awaitTheEnd(Duration patience) {
        long last = world.journal().lastSequence();
        for (long request = firstRequest; request <= last; request++) {
            long number = request;
            try {
                world.journal().await(entry -> entry.sequence() == number, patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for requests to end.", e);
            }
        }
    }

    /** Everything that a caller can see of the state, without ids and times. */
    String state() {
        PlatformState state = Internals.state(world);
        StringBuilder text = new StringBuilder();
        state.datasets()
                .values()
                .forEach(each -> text.append(each.title())
                        .append(each.rows().values().stream()
                                .map(row -> row.title().replaceFirst("(image-group-).*", "$1") + " " + row.type())
                                .toList())
                        .append(" members ")
                        .append(each.members().size())
                        .append(", groups ")
                        .append(each.groups().size())
                        .append(", keys ")
                        .append(each.apiKeys().size())
                        .append("; "));
        return text.append("tasks ")
                .append(state.work().tasks().size())
                .append(", jobs ")
                .append(state.work().jobs().size())
                .append("; ")
                .append(StorageStage.state(state))
                .toString();
    }

    /** The clients of one cell of the matrix. */
    Caller caller(String server, OkHttpClient http, Duration patience, Path folder) {
        return new Caller(this, options(server, http, patience), folder);
    }

    private static ClientOptions options(String server, OkHttpClient http, Duration patience) {
        return ClientOptions.builder()
                .domain(server)
                .httpClient(http)
                .readTimeout(patience)
                .writeTimeout(patience)
                .retryPolicy(RetryPolicy.builder()
                        .maxAttempts(3)
                        .backoffFactor(0)
                        .jitter(0)
                        .build())
                .build();
    }

    private EncordUserClient client(ApiGeneration generation, ClientOptions options) {
        return EncordUserClient.builder()
                .sshKey(user.sshPrivateKey())
                .generation(generation)
                .options(options)
                .build();
    }

    /** Clients for everything on the stage, closed together. */
    static final class Caller implements AutoCloseable {

        private final Stage stage;
        private final ClientOptions options;
        private final Path folder;
        private final EncordUserClient user;
        private final EncordUserClient userOf2022;
        private final EncordDatasetClient dataset;
        private final EncordDatasetClient byKey;
        private final EncordDatasetClient bucket;

        private Caller(Stage stage, ClientOptions options, Path folder) {
            this.stage = stage;
            this.options = options;
            this.folder = folder;
            user = stage.client(ApiGeneration.V2026, options);
            userOf2022 = stage.client(ApiGeneration.V2022, options);
            dataset = user.datasetClient(stage.dataset);
            byKey = keyed(stage.dataset, stage.apiKey);
            bucket = keyed(stage.bucketDataset, stage.bucketKey);
        }

        private EncordDatasetClient keyed(String hash, String key) {
            return EncordDatasetClient.builder()
                    .resourceId(hash)
                    .apiKey(key)
                    .options(options)
                    .build();
        }

        EncordUserClient user() {
            return user;
        }

        EncordUserClient userOf2022() {
            return userOf2022;
        }

        EncordDatasetClient dataset() {
            return dataset;
        }

        /** The same dataset by its API key. */
        EncordDatasetClient byKey() {
            return byKey;
        }

        /** A dataset for files in a bucket, by its API key. */
        EncordDatasetClient bucket() {
            return bucket;
        }

        /** The dataset that has no key yet. */
        String freshDataset() {
            return stage.freshDataset;
        }

        String datasetHash() {
            return stage.dataset;
        }

        Path film() {
            return stage.film;
        }

        Path picture() {
            return stage.picture;
        }

        String video() {
            return stage.video;
        }

        String group() {
            return stage.group;
        }

        UUID item() {
            return stage.item;
        }

        String task() {
            return stage.task;
        }

        UUID organisationGroup() {
            return stage.organisationGroup;
        }

        UUID memberGroup() {
            return stage.memberGroup;
        }

        UUID integration() {
            return stage.integration();
        }

        /** The folders and items of the stage. */
        StorageStage folders() {
            return stage.storage;
        }

        EncordStorage storage() {
            return user.storage();
        }

        void download() {
            dataset.download(
                    stage.signedUrl.replace(stage.url, options.domain()),
                    folder.resolve("download-" + UUID.randomUUID()));
        }

        @Override
        public void close() {
            List.of(dataset, byKey, bucket).forEach(EncordDatasetClient::close);
            user.close();
            userOf2022.close();
        }
    }
}
