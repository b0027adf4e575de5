package io.encord4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.encord4j.internal.auth.Vectors;
import io.encord4j.support.Awaiting;
import io.encord4j.support.EveryCall;
import io.encord4j.support.StubService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every call of the facade: it can be cancelled and interrupted, and a closed client refuses it. */
class EveryCallTest {
    private static final Set<String> NO_CALLS = Set.of(
            "builder",
            "close",
            "toString",
            "datasetHash",
            "datasetClient",
            "stagedUploads",
            "storage",
            "supplyAsync",
            "runAsync");

    @TempDir
    Path directory;

    private final StubService service = new StubService();
    private final OkHttpClient http = new OkHttpClient();
    private List<Path> files;

    @BeforeEach
    void stall() throws IOException {
        files = List.of(
                Files.writeString(directory.resolve("a.png"), "a"), Files.writeString(directory.resolve("b.png"), "b"));
        service.always(call -> new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void noCallIsLeftOut() {
        assertThat(first(calls().keySet())).isEqualTo(methods(EncordDatasetClient.class));
        assertThat(first(EveryCall.ofUser().keySet())).isEqualTo(methods(EncordUserClient.class));
    }

    @TestFactory
    @Timeout(60)
    Stream<DynamicTest> cancellingItsFutureFreesItsSocket() {
        return forEach((user, call) -> {
            int before = service.calls().size();
            CompletableFuture<Object> future = user.supplyAsync(call);
            Awaiting.until(() -> service.calls().size() > before);

            future.cancel(true);

            Awaiting.until(() -> http.connectionPool().connectionCount() == 0);
        });
    }

    @TestFactory
    @Timeout(60)
    Stream<DynamicTest> anInterruptEndsItAndFreesItsSocket() {
        return forEach((user, call) -> {
            int before = service.calls().size();
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                try {
                    Object unused = call.apply(user);
                } catch (RuntimeException e) {
                    thrown.set(e);
                }
            });
            caller.start();
            Awaiting.until(() -> service.calls().size() > before);

            caller.interrupt();

            caller.join(Awaiting.SOON.toMillis());
            assertThat(thrown.get()).isInstanceOf(InterruptedCallException.class);
            Awaiting.until(() -> http.connectionPool().connectionCount() == 0);
        });
    }

    @TestFactory
    Stream<DynamicTest> aClosedClientRefusesIt() {
        EncordUserClient closed = user();
        closed.close();
        return allOf().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThatExceptionOfType(ClientClosedException.class)
                                .isThrownBy(() -> entry.getValue().apply(closed))));
    }

    @TestFactory
    Stream<DynamicTest> aClosedDatasetClientRefusesItWhileItsUserClientStaysOpen() {
        EncordUserClient user = user();
        EncordDatasetClient closed = user.datasetClient(StubService.DATASET);
        closed.close();
        return calls().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThatExceptionOfType(ClientClosedException.class)
                                .isThrownBy(() -> entry.getValue().apply(closed))))
                .onClose(user::close);
    }

    @Test
    void aClosedClientOpensNothingAndRunsNothing() {
        EncordUserClient closed = user();
        closed.close();

        assertThatExceptionOfType(ClientClosedException.class)
                .isThrownBy(() -> closed.datasetClient(StubService.DATASET));
        assertThat(closed.supplyAsync(EncordUserClient::getDatasets))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ClientClosedException.class);
    }

    @TestFactory
    Stream<DynamicTest> anAnswerThatCannotBeReadIsATypedErrorThatNamesTheOperation() {
        return forEach((user, call) -> {
            service.always(any -> any.operation().endsWith("storage")
                    ? StubService.status(500)
                    : StubService.json(200, "<html>not you again</html>"));

            assertThatExceptionOfType(EncordException.class)
                    .isThrownBy(() -> call.apply(user))
                    .satisfies(e -> assertThat(e.apiCall()).isNotNull());
        });
    }

    /** A test of one call. */
    @FunctionalInterface
    private interface Check {
        void of(EncordUserClient user, Function<EncordUserClient, Object> call) throws Exception;
    }

    private Stream<DynamicTest> forEach(Check check) {
        EncordUserClient user = user();
        return allOf().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check.of(user, entry.getValue())))
                .onClose(user::close);
    }

    /** The calls of a dataset are calls of the user who opens it. */
    private Map<String, Function<EncordUserClient, Object>> allOf() {
        Map<String, Function<EncordUserClient, Object>> all = EveryCall.ofUser();
        calls().forEach((name, call) ->
                all.put("dataset: " + name, user -> call.apply(user.datasetClient(StubService.DATASET))));
        all.remove("dataset: describeApiKey");
        return all;
    }

    private Map<String, Function<EncordDatasetClient, Object>> calls() {
        return EveryCall.ofDataset(files, service.url("/storage/x"), UploadOptions.ofDefaults());
    }

    private EncordUserClient user() {
        return EncordUserClient.builder()
                .sshKey(Vectors.keyText("id_ed25519"))
                .options(service.options()
                        .httpClient(http)
                        .retryPolicy(RetryPolicy.never())
                        .build())
                .build();
    }

    private static Set<String> first(Set<String> names) {
        return names.stream().map(name -> name.split(" ", 2)[0]).collect(Collectors.toSet());
    }

    private static Set<String> methods(Class<?> client) {
        return new ClassFileImporter()
                .importClasses(client).get(client).getAllMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> method.getOwner().getPackageName().equals("io.encord4j"))
                        .map(JavaMethod::getName)
                        .filter(name -> !NO_CALLS.contains(name))
                        .collect(Collectors.toSet());
    }
}
