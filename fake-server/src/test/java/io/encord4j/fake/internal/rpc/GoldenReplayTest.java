package io.encord4j.fake.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.UploadPlan;
import io.encord4j.fake.internal.platform.Groups;
import io.encord4j.fake.internal.platform.Integrations;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.rpc.Golden.Exchange;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every recorded request of the official SDKs gets the answer that the protocol demands. */
class GoldenReplayTest {

    /** Clients of 2022 break when one of these has another key. */
    private static final Set<String> STRICT = Set.of(
            "get_datasets",
            "get_datasets_filtered",
            "get_cloud_integrations_user",
            "get_cloud_integrations_dataset",
            "run_ocr");

    /** What the recording leaves out makes its listings longer than ours. */
    private static final Pattern LISTING =
            Pattern.compile("get_dataset|list_data_rows|bearer_get|set_access_settings|update_data_item");

    private static final Instant RECORDED_AT = Instant.parse("2022-04-20T09:00:00Z");

    private final FakeEncordServer server = FakeEncordServer.start();
    private final FakeUser user = server.defaultWorld().newUser("someone@example.com");
    private final ReplaySession session = new ReplaySession(server, user);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2022, 2026})
    void answersEveryRecordedRequest(int generation) throws Exception {
        prepare();
        List<Exchange> recording = Golden.requests(generation);
        assertThat(recording).isNotEmpty();
        SoftAssertions all = new SoftAssertions();
        for (Exchange exchange : recording) {
            plan(exchange);
            HttpResponse<String> response = session.send(exchange);
            all.check(() -> check(generation, exchange, response));
        }
        all.assertAll();
    }

    /** The integrations of the recording have names of their own. */
    private void prepare() {
        FakeWorld world = server.defaultWorld();
        world.freezeAt(RECORDED_AT);
        Internals.platform(world).change(tx -> {
            PlatformState state = tx.state();
            tx.become(state.withIntegrations(state.integrations().clear()));
            Integrations.create(tx, "AWS test integration", FakeStorageLocation.AWS);
            Integrations.create(tx, "GCP test integration", FakeStorageLocation.GCP);
            Groups.create(tx, "Annotators", "first group", Set.of());
            Groups.create(tx, "Reviewers", "second group", Set.of());
        });
    }

    /** One recorded job is still running when it is asked for the first time. */
    private void plan(Exchange exchange) {
        UploadPlan plan = exchange.operation().equals("add_private_data_start")
                ? new UploadPlan(new Completion.AfterPolls(2), Map.of())
                : UploadPlan.DEFAULT;
        server.defaultWorld().setUploads(plan);
    }

    private void check(int generation, Exchange exchange, HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as(exchange.name() + ": " + response.body())
                .isEqualTo(exchange.status());
        Object golden = exchange.answer();
        if (exchange.isStorage() || golden == null) {
            return;
        }
        Object actual = Objects.requireNonNull(Golden.json(response.body()), exchange.name());
        session.learn(exchange, golden, actual);
        Shapes.compare(
                exchange.name(),
                golden,
                actual,
                !LISTING.matcher(exchange.name()).find());
        if (generation == 2022 && STRICT.contains(exchange.operation())) {
            assertThat(Shapes.keys(actual)).as(exchange.name()).isEqualTo(Shapes.keys(golden));
        }
        assertThat(status(actual)).as(exchange.name() + ": " + response.body()).isEqualTo(status(golden));
        if (exchange.status() >= 400 && !exchange.isRest()) {
            assertThat(((Map<?, ?>) actual).get("response")).isEqualTo(((Map<?, ?>) golden).get("response"));
        }
    }

    /** The status of the envelope, with that of the job or task within it. */
    private static String status(Object answer) {
        if (!(answer instanceof Map<?, ?> envelope)) {
            return "";
        }
        @Nullable Object result = envelope.get("response");
        return envelope.get("status") + " " + (result instanceof Map<?, ?> object ? object.get("status") : "");
    }
}
