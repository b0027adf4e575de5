package io.encord4j.conformance.scenario;

import io.encord4j.ApiGeneration;
import io.encord4j.ClientOptions;
import io.encord4j.CreatedDataset;
import io.encord4j.DatasetOptions;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordException;
import io.encord4j.EncordUserClient;
import io.encord4j.RetryPolicy;
import io.encord4j.conformance.recording.RawClient;
import io.encord4j.conformance.recording.Recorder;
import io.encord4j.conformance.target.Target;
import io.encord4j.conformance.target.Targets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What every scenario starts with: a user of its own on the target, and a clean folder. */
@ParameterizedClass(name = "on {0}", autoCloseArguments = false)
@ArgumentsSource(Targets.class)
@ExtendWith(Judge.class)
abstract class Scenario {

    /** Long enough for a slow machine; nothing waits this long when all is well. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    @Parameter
    Target target;

    @TempDir
    Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<String> datasets = new ArrayList<>();
    private final Recorder recorder = new Recorder();
    private final OkHttpClient http =
            new OkHttpClient.Builder().addNetworkInterceptor(recorder).build();
    private Verdicts verdicts;
    private String key;

    /** The user of this scenario, speaking as clients do today. */
    EncordUserClient user;

    void open(Verdicts verdictsOfTarget) {
        verdicts = verdictsOfTarget;
        key = target.userKey();
        user = userWith(key, ApiGeneration.V2026);
    }

    /** The same user, speaking as clients did in 2022. */
    EncordUserClient userOf2022() {
        return userWith(key, ApiGeneration.V2022);
    }

    /** Somebody else. */
    EncordUserClient stranger() {
        onlyOnAFake("a second user");
        return userWith(target.userKey(), ApiGeneration.V2026);
    }

    /** A client for a dataset of this scenario's user. */
    EncordDatasetClient dataset(CreatedDataset created) {
        return remember(user.datasetClient(created.datasetHash()));
    }

    /** A new hosted dataset. */
    EncordDatasetClient newDataset() {
        return dataset(create(DatasetOptions.ofDefaults()));
    }

    /** A new dataset with a title of its own. */
    CreatedDataset create(DatasetOptions options) {
        return create(title(), options);
    }

    CreatedDataset create(String title, DatasetOptions options) {
        CreatedDataset created = user.createDataset(title, options);
        datasets.add(created.datasetHash());
        return created;
    }

    /** A client of 2022 that holds the master key of a dataset. */
    EncordDatasetClient withApiKey(String datasetHash) {
        return withApiKey(
                datasetHash, user.getOrCreateDatasetApiKey(datasetHash).key());
    }

    EncordDatasetClient withApiKey(String datasetHash, String apiKey) {
        return remember(EncordDatasetClient.builder()
                .resourceId(datasetHash)
                .apiKey(apiKey)
                .options(options())
                .build());
    }

    /** A title that no other scenario uses. */
    String title() {
        return target.titlePrefix() + "conformance " + UUID.randomUUID();
    }

    Samples samples() {
        return new Samples(folder);
    }

    /** Requests that the client would never send. */
    RawClient raw() {
        return new RawClient(target.url(), recorder, Clock.systemUTC());
    }

    Verdicts verdicts() {
        return verdicts;
    }

    /** Skips the scenario on a real service, and says why. */
    void onlyOnAFake(String needs) {
        Assumptions.assumeTrue(target.isFake(), () -> "not on a real service: needs " + needs);
    }

    Target target() {
        return target;
    }

    Recorder recorder() {
        return recorder;
    }

    ClientOptions options() {
        return ClientOptions.builder()
                .domain(target.url().toString())
                .httpClient(http)
                .retryPolicy(RetryPolicy.never())
                .build();
    }

    <T extends AutoCloseable> T remember(T resource) {
        opened.add(resource);
        return resource;
    }

    private EncordUserClient userWith(String sshKey, ApiGeneration generation) {
        return remember(EncordUserClient.builder()
                .sshKey(sshKey)
                .generation(generation)
                .options(options())
                .build());
    }

    /** Deletes what the scenario left on a real service, then everything that it opened here. */
    void close() {
        if (!target.isFake()) {
            datasets.forEach(this::empty);
        }
        for (AutoCloseable resource : opened) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException(resource + " cannot be closed.", e);
            }
        }
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private void empty(String datasetHash) {
        try (EncordDatasetClient dataset = user.datasetClient(datasetHash)) {
            dataset.deleteData(dataset.getDataset().dataRows().stream()
                    .map(row -> row.dataHash())
                    .toList());
        } catch (EncordException e) {
            throw new IllegalStateException(
                    "Dataset %s could not be emptied; please delete its rows.".formatted(datasetHash), e);
        }
    }
}
