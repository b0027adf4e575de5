package io.encord4j.fake.internal.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.Internals;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.rpc.HostileRequests.Sample;
import io.encord4j.fake.internal.rpc.RawConnection.Answer;
import io.encord4j.fake.wire.api.WireOperation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.ByteString;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each operation over plain HTTP: it succeeds, and it gives every refusal that does not depend on what it does. */
class EveryOperationTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private FakeEncordServer server;
    private FakeWorld world;
    private RawConnection connection;
    private List<Sample> samples;
    private PlatformState filled;
    private FakeUser stranger;
    private SoftAssertions soft;

    @BeforeEach
    void fill() throws IOException {
        server = FakeEncordServer.start();
        world = server.newWorld();
        connection = new RawConnection(server.port());
        samples = SampleCalls.of(server, world);
        stranger = world.newUser("stranger@example.com");
        filled = Internals.platform(world).snapshot();
        soft = new SoftAssertions();
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        server.close();
    }

    @Test
    void succeeds() throws IOException {
        Set<String> succeeded = new TreeSet<>();
        for (Sample sample : samples) {
            Internals.platform(world).restore(filled);
            world.journal().clear();
            if (send(sample).status() == 200) {
                succeeded.add(world.journal().entries().get(0).operation());
            }
        }
        assertThat(succeeded)
                .containsAll(Stream.of(WireOperation.values())
                        .map(WireOperation::id)
                        .filter(id -> !id.equals("getObject"))
                        .toList())
                .contains("registerImages", "createSingleImage", "getSignedDicomUrls");
    }

    @Test
    void refusesACallerThatItDoesNotKnow() throws IOException {
        for (Sample sample : api()) {
            refused(without(sample, "Authorization"), 401, "AUTHENTICATION_ERROR");
            refused(with(sample, "Authorization", "Bearer nobody"), 401, "AUTHENTICATION_ERROR");
            refused(with(sample, "Authorization", "nobody's key"), 401, "AUTHENTICATION_ERROR");
            refused(with(sample, "Authorization", "a".repeat(64) + ":" + "b".repeat(128)), 401, "AUTHENTICATION_ERROR");
        }
        soft.assertAll();
    }

    @Test
    void refusesAStrangerAndAnUnknownDataset() throws IOException {
        for (Sample sample : resourceCalls()) {
            if (isModern(sample)) {
                refused(with(sample, "Authorization", "Bearer " + stranger.bearerToken()), 403, "AUTHORISATION_ERROR");
                refused(with(sample, "ResourceID", UNKNOWN), 404, "RESOURCE_NOT_FOUND_ERROR");
                refused(with(sample, "ResourceType", "project"), 404, "RESOURCE_NOT_FOUND_ERROR");
            } else {
                refused(with(sample, "ResourceID", UNKNOWN), 401, "AUTHENTICATION_ERROR");
            }
        }
        soft.assertAll();
    }

    @Test
    void demandsTheScopeOfTheOperation() throws IOException {
        FakeUser alice = server.world(world.id()).orElseThrow().credentials("alice@example.com");
        for (Sample sample : resourceCalls()) {
            Optional<WireOperation> operation = operation(sample);
            if (!isModern(sample) && operation.isPresent()) {
                WireOperation known = operation.get();
                String demanded = known.scope() != null
                        ? known.scope()
                        : known.security().contains("apiKey") ? null : "dataset.write";
                for (String scope : List.of("dataset.read", "dataset.write")) {
                    Answer answer =
                            send(with(sample, "Authorization", key(alice, header(sample, "ResourceID"), scope)));
                    boolean lacking = demanded != null && !demanded.equals(scope);
                    soft.assertThat(answer.body().contains("[\"OPERATION_NOT_ALLOWED\"]"))
                            .as("%s with %s: %s", known, scope, answer)
                            .isEqualTo(lacking);
                }
            }
        }
        soft.assertAll();
    }

    @Test
    void refusesWhatCannotBeReadInTheWordsOfTheGeneration() throws IOException {
        for (Sample sample : rpc()) {
            operation(sample).filter(known -> known.payloadType() != null).ifPresent(known -> {
                String body = new String(sample.body(), UTF_8).replaceFirst("\"payload\": .*", "\"payload\": 17}}");
                boolean modern = isModern(sample);
                refused(
                        new Sample(sample.method(), sample.target(), sample.headers(), body.getBytes(UTF_8)),
                        400,
                        modern ? "INVALID_ARGUMENTS_ERROR" : "UNKNOWN_ERROR");
            });
        }
        soft.assertAll();
    }

    @Test
    void refusesAnotherMethodAndWhatIsNoEnvelope() throws IOException {
        for (Sample sample : rpc()) {
            String body = new String(sample.body(), UTF_8);
            refused(
                    withBody(sample, body.replaceFirst("\"query_method\": \"\\w+\"", "\"query_method\": \"PATCH\"")),
                    405,
                    "METHOD_NOT_ALLOWED_ERROR");
            refused(withBody(sample, body.replace("\"values\"", "\"value\"")), 400, "UNKNOWN_ERROR");
            refused(withBody(sample, body.substring(0, body.length() - 1)), 400, "UNKNOWN_ERROR");
        }
        soft.assertAll();
    }

    @Test
    void answersErrorsWithHttp200IfTheWorldSaysSo() throws IOException {
        world.changeChoices(
                choices -> choices.toBuilder().rpcErrorsAreHttp200(true).build());
        for (Sample sample : rpc()) {
            Answer answer = send(without(sample, "Authorization"));
            soft.assertThat(answer.body()).contains("\"status\":401");
        }
        soft.assertAll();
    }

    private void refused(Sample sample, int status, String token) {
        Internals.platform(world).restore(filled);
        try {
            Answer answer = send(sample);
            soft.assertThat(answer.status())
                    .as("%s after %s", answer, describe(sample))
                    .isEqualTo(status);
            soft.assertThat(answer.body())
                    .as(describe(sample))
                    .contains(isRest(sample) ? "\"message\"" : "[\"" + token + "\"]");
            soft.assertThat(Internals.state(world).datasets())
                    .as("nothing has changed")
                    .isSameAs(filled.datasets());
        } catch (IOException e) {
            throw new AssertionError(describe(sample), e);
        }
    }

    private Answer send(Sample sample) throws IOException {
        return connection.exchange(HostileRequests.onTheWire(sample), true);
    }

    private List<Sample> api() {
        return samples.stream()
                .filter(sample -> !sample.target().startsWith("/storage/"))
                .toList();
    }

    private List<Sample> rpc() {
        return api().stream().filter(sample -> !isRest(sample)).toList();
    }

    private List<Sample> resourceCalls() {
        return rpc().stream()
                .filter(sample -> sample.target().equals("/public"))
                .toList();
    }

    private static boolean isRest(Sample sample) {
        return sample.target().startsWith("/v2/");
    }

    private static boolean isModern(Sample sample) {
        return sample.headers().stream().anyMatch(header -> header.startsWith("ResourceType"));
    }

    private static Optional<WireOperation> operation(Sample sample) {
        return Envelope.head(ByteString.of(sample.body()))
                .flatMap(head -> WireOperation.rpc(sample.target(), head.queryType(), head.queryMethod()));
    }

    private static String header(Sample sample, String name) {
        return sample.headers().stream()
                .filter(header -> header.startsWith(name + ": "))
                .map(header -> header.substring(name.length() + 2))
                .findFirst()
                .orElseThrow();
    }

    private static Sample without(Sample sample, String name) {
        return headers(sample, header -> header.startsWith(name + ": ") ? "" : header);
    }

    private static Sample with(Sample sample, String name, String value) {
        return headers(sample, header -> header.startsWith(name + ": ") ? name + ": " + value : header);
    }

    private static Sample headers(Sample sample, UnaryOperator<String> edit) {
        List<String> headers = sample.headers().stream()
                .map(edit)
                .filter(header -> !header.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        return new Sample(sample.method(), sample.target(), headers, sample.body());
    }

    private static Sample withBody(Sample sample, String body) {
        return new Sample(sample.method(), sample.target(), sample.headers(), body.getBytes(UTF_8));
    }

    private static String describe(Sample sample) {
        return sample.target() + " " + sample.headers() + " " + new String(sample.body(), UTF_8);
    }

    private String key(FakeUser alice, String dataset, String scope) {
        return RpcClient.user(server, alice)
                .call(
                        "datasetapikey",
                        "POST",
                        "null",
                        "{\"dataset_hash\": \"" + dataset + "\", \"title\": \"\", \"scopes\": [\"" + scope + "\"]}")
                .text("api_key");
    }
}
