package io.encord4j.fake.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.UploadPlan;
import io.encord4j.fake.internal.platform.PrivateFiles;
import io.encord4j.fake.internal.platform.UploadJobs;
import io.encord4j.fake.internal.platform.UploadRequest;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.User;
import io.encord4j.fake.internal.rpc.Golden.Exchange;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The recorded requests of the official SDK about the storage, signed anew, one after another: each gets the status and an
 * answer of the form that it got when it was recorded.
 */
class StorageReplayTest {

    private static final Instant RECORDED_AT = Instant.parse("2022-04-20T09:00:00Z");

    /** The recording leaves out some of what the folders hold, and its stub counts pages otherwise. */
    private static final Pattern LISTING =
            Pattern.compile("list_|find_|link_items|child_items|item_summary|pages|groups");

    private static final String BOX = "f614a670-04aa-53ce-a665-5243f9f05f45";
    private static final String TARGET = "e41e57f6-fa0b-5d07-8ddb-bf9417beec11";
    private static final String DATASET = "b6f92c91-563d-5748-9191-10549e3125f6";
    private static final String MIRROR = "00000000-0000-4000-8000-00000000a1b2";
    private static final String BACKING = "fba1f5fd-ced2-5a72-a9a3-cf18078a0a83";
    private static final String AWS = "b3b8acd0-e0c6-5fbd-bb8b-d4a5867a20b0";
    private static final String OTHER_AWS = "cbd48589-b9d0-5826-8062-31a1a40fd2aa";
    private static final String ANNOTATORS = "cb79fcc3-b969-527b-bf49-d7bb1ed6855f";
    private static final String REVIEWERS = "70f16c56-81ae-5902-9f8e-13b373f19587";
    private static final String VIDEO = "ee1f27e5-2831-50a7-bb8f-d39660678668";
    private static final String BEARER = "Bearer lPHRHw32Dn3o_UYUQKoChrraDsIghezjCuGn_l5uf5U";
    private static final String CANCELLED_JOB = "a00db276-faf6-5adf-9df6-746d092f2425";
    private static final String FAILED_JOB = "98e17d29-bfc7-59e5-8503-7f2381dcef5e";

    private static final String SEED = """
            {"integrations": [{"uuid": "%6$s", "title": "AWS", "location": "AWS"},
                              {"uuid": "%7$s", "title": "other", "location": "AWS"}],
             "groups": [{"hash": "%8$s", "name": "Annotators", "description": "first group"},
                        {"hash": "%9$s", "name": "Reviewers", "description": "second group"}],
             "folders": [{"uuid": "%1$s", "name": "box", "owner": "someone@example.com", "items": [
                            {"uuid": "%10$s", "name": "vid.mp4", "type": "VIDEO", "integration": "%6$s",
                             "files": [{"link": "https://bucket.s3.eu-west-2.amazonaws.com/vid.mp4", "location": "AWS"}]}]},
                         {"uuid": "%2$s", "name": "target", "owner": "someone@example.com"}],
             "datasets": [{"hash": "%3$s", "title": "linked", "owner": "someone@example.com", "mirror": false},
                          {"hash": "%4$s", "title": "mirror", "owner": "someone@example.com", "backingFolder": "%5$s"}]}
            """;

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeWorld world = server.defaultWorld();
    private FakeUser user;
    private ReplaySession session;
    private @Nullable String nextPage;
    private List<String> listed = List.of();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answersEveryRecordedRequest() throws Exception {
        prepare();
        List<Exchange> recording = Golden.requests("storage-2026");
        assertThat(recording).hasSizeGreaterThan(150);
        SoftAssertions all = new SoftAssertions();
        for (Exchange recorded : recording) {
            Exchange exchange = adapted(recorded);
            if (exchange == null) {
                continue;
            }
            plan(exchange);
            HttpResponse<String> response = session.send(exchange);
            all.check(() -> check(exchange, response));
            Invariants.check(Internals.platform(world).observe());
        }
        all.assertAll();
    }

    /** What the recording uses without showing where it comes from; it has the ids of the recording. */
    private void prepare() {
        world.freezeAt(RECORDED_AT);
        world.seed("{\"users\": [{\"email\": \"someone@example.com\", \"organisationAdmin\": true}]}");
        user = world.credentials("someone@example.com");
        session = new ReplaySession(server, user);
        session.learn(BEARER, "Bearer " + user.bearerToken());
        world.seed(SEED.formatted(BOX, TARGET, DATASET, MIRROR, BACKING, AWS, OTHER_AWS, ANNOTATORS, REVIEWERS, VIDEO));
        List.of(BOX, TARGET, DATASET, MIRROR, BACKING, AWS, OTHER_AWS, ANNOTATORS, REVIEWERS, VIDEO)
                .forEach(id -> session.learn(id, id));
    }

    /** Tokens of pages, and ids of what only a listing names, are those of this run; what it has not is left out. */
    private @Nullable Exchange adapted(Exchange exchange) {
        if (exchange.path().contains("pageToken=")) {
            return nextPage == null
                    ? null
                    : exchange.to(exchange.path().replaceFirst("pageToken=[^&]*", "pageToken=" + nextPage));
        }
        if (exchange.name().equals("link_items_of_folder/2")) {
            String ids = listed.stream().map(RpcClient::quoted).collect(Collectors.joining(", ", "[", "]"));
            return exchange.with(exchange.body().utf8().replaceFirst("\\[[^]]*]", ids));
        }
        return exchange;
    }

    /** Some recorded jobs are still running when they are asked for, and two were started before the recording. */
    private void plan(Exchange exchange) {
        switch (exchange.operation()) {
            case "private_data_start_long" -> world.setUploads(new UploadPlan(new Completion.AfterPolls(4), Map.of()));
            case "cancel_job" -> {
                world.setUploads(new UploadPlan(new Completion.ByHand(), Map.of()));
                session.learn(CANCELLED_JOB, job("s3://bucket/one.mp4", "s3://bucket/two.mp4"));
            }
            case "private_data_result_error" -> {
                world.setUploads(UploadPlan.DEFAULT);
                session.learn(FAILED_JOB, job("has a space"));
            }
            default -> {
                if (exchange.operation().equals("list_items")) {
                    world.setUploads(UploadPlan.DEFAULT);
                }
            }
        }
    }

    private String job(String... urls) {
        PrivateFiles files = PrivateFiles.read(
                Map.of(
                        "videos",
                        Stream.of(urls).map(url -> Map.of("objectUrl", url)).toList()),
                false);
        UploadRequest request = UploadRequest.of(files, UUID.fromString(AWS), false, null, null);
        World platform = Internals.platform(world);
        User starter = platform.observe().identities().users().values().stream()
                .filter(each -> each.email().equals(user.email()))
                .findFirst()
                .orElseThrow();
        return platform.<UploadJob>update(tx -> UploadJobs.startInFolder(tx, starter, UUID.fromString(BOX), request))
                .processHash();
    }

    private void check(Exchange exchange, HttpResponse<String> response) {
        // The stub of the recording moved an item out of a folder in which it had not been any more.
        int status = exchange.operation().equals("move_items") ? 403 : exchange.status();
        assertThat(response.statusCode())
                .as(exchange.name() + ": " + response.body())
                .isEqualTo(status);
        remember(response);
        Object golden = exchange.answer();
        if (exchange.isStorage() || golden == null || status != 200) {
            return;
        }
        if (LISTING.matcher(exchange.name()).find() && golden instanceof Map<?, ?> page) {
            Map<Object, Object> first = new LinkedHashMap<>(page);
            first.remove("nextPageToken");
            golden = first;
        }
        Object actual = Objects.requireNonNull(Golden.json(response.body()), exchange.name());
        session.learn(exchange, golden, actual);
        Shapes.compare(
                exchange.name(),
                golden,
                actual,
                !LISTING.matcher(exchange.name()).find());
    }

    private void remember(HttpResponse<String> response) {
        if (response.body().startsWith("{\"results\"")
                && Golden.json(response.body()) instanceof Map<?, ?> page
                && page.get("results") instanceof List<?> results) {
            nextPage = (String) page.get("nextPageToken");
            listed = results.stream()
                    .map(entry -> String.valueOf(((Map<?, ?>) entry).get("uuid")))
                    .toList();
        }
    }
}
