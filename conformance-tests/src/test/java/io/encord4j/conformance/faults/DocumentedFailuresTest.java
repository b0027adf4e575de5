package io.encord4j.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.ClientOptions;
import io.encord4j.DataRowExtras;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.conformance.contract.Contract;
import io.encord4j.conformance.contract.SampleRequests;
import io.encord4j.conformance.contract.SampleRequests.Sample;
import io.encord4j.conformance.contract.SpecOperation;
import io.encord4j.conformance.contract.SpecOperations;
import io.encord4j.conformance.evidence.EvidenceFile;
import io.encord4j.conformance.evidence.EvidenceFile.Kind;
import io.encord4j.conformance.recording.RawClient;
import io.encord4j.conformance.recording.RawClient.Answer;
import io.encord4j.conformance.recording.Recorder;
import io.encord4j.conformance.recording.SshKey;
import io.encord4j.conformance.scenario.Samples;
import io.encord4j.fake.Choices;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultReceipt;
import io.encord4j.fake.faults.RetryAfter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The failures that the spec documents for every operation can be armed, and look as documented")
final class DocumentedFailuresTest {

    private static final String UNKNOWN_KEY = "SSH_KEY_NOT_FOUND_ERROR";
    private static final Set<Integer> OF_THE_WAY = Set.of(413, 429, 500, 502, 503);
    private static final Set<Integer> WITH_RETRY_AFTER = Set.of(413, 429, 503);

    private final SpecOperations operations = SpecOperations.load();
    private final SampleRequests samples = new SampleRequests(operations);
    private final Contract contract = new Contract(operations);
    private final Recorder recorder = new Recorder();
    private final SshKey key = SshKey.generate();

    @Test
    void everyFailureOnTheWay() {
        SoftAssertions soft = new SoftAssertions();
        try (FakeEncordServer server = FakeEncordServer.start();
                EvidenceFile evidence = new EvidenceFile("documented failures")) {
            RawClient raw = new RawClient(URI.create(server.url()), recorder, Clock.systemUTC());
            for (SpecOperation operation : operations.all()) {
                if (!operation.signedUrl()) {
                    operation.answers().keySet().stream()
                            .filter(OF_THE_WAY::contains)
                            .forEach(status -> {
                                FaultReceipt receipt = server.defaultWorld().arm(fault(operation, status));
                                Answer answer = send(raw, operation);
                                soft.assertThat(answer.status())
                                        .as("%s", receipt)
                                        .isEqualTo(status);
                                soft.assertThat(receipt.count())
                                        .as("%s", receipt)
                                        .isEqualTo(1);
                                evidence.note(Kind.REFUSAL, operation.id(), "armed status " + status);
                            });
                }
            }
            judge(soft, evidence);
        }
        soft.assertAll();
    }

    @Test
    void aKeyThatAStrictServerDoesNotKnow() {
        SoftAssertions soft = new SoftAssertions();
        Choices strict = Choices.builder().acceptsUnknownSshKeys(false).build();
        try (FakeEncordServer server =
                        FakeEncordServer.builder().choices(strict).start();
                EvidenceFile evidence = new EvidenceFile("a server that knows its people")) {
            RawClient raw = new RawClient(URI.create(server.url()), recorder, Clock.systemUTC());
            for (SpecOperation operation : operations.all()) {
                if (operation.tokens().contains(UNKNOWN_KEY)) {
                    soft.assertThat(send(raw, operation).body())
                            .as(operation.id())
                            .contains(UNKNOWN_KEY);
                    evidence.note(Kind.REFUSAL, operation.id(), UNKNOWN_KEY);
                }
            }
            judge(soft, evidence);
        }
        soft.assertAll();
    }

    @Test
    void everyFailureOfTheStorage(@TempDir Path folder) {
        SoftAssertions soft = new SoftAssertions();
        try (FakeEncordServer server = FakeEncordServer.start();
                EvidenceFile evidence = new EvidenceFile("documented failures of the storage")) {
            RawClient raw = new RawClient(URI.create(server.url()), recorder, Clock.systemUTC());
            String download = signedDownload(server, folder);
            for (int status : List.of(429, 500, 502, 503)) {
                server.defaultWorld().arm(storageFault("getObject", status));
                soft.assertThat(raw.get(download, Map.of()).status()).isEqualTo(status);
                evidence.note(Kind.REFUSAL, "getObject", "armed status " + status);

                Sample sample = samples.of(operations.byId("getPresignedUrls"), "");
                String answer = raw.rest(key, sample.method(), sample.target(), "", true)
                        .body();
                String upload = answer.replaceFirst("(?s).*\"signedUrl\"\\s*:\\s*\"([^\"]+)\".*", "$1");
                server.defaultWorld().arm(storageFault("putObject", status));
                soft.assertThat(raw.put(upload, "application/octet-stream", new byte[9])
                                .status())
                        .isEqualTo(status);
                evidence.note(Kind.REFUSAL, "putObject", "armed status " + status);
            }
            judge(soft, evidence);
        }
        soft.assertAll();
    }

    private String signedDownload(FakeEncordServer server, Path folder) {
        ClientOptions options = ClientOptions.builder().domain(server.url()).build();
        try (EncordUserClient user = EncordUserClient.builder()
                        .sshKey(key.openSsh())
                        .options(options)
                        .build();
                EncordDatasetClient dataset =
                        user.datasetClient(user.createDataset("storage").datasetHash())) {
            String row =
                    dataset.uploadVideo(new Samples(folder).video("film.mp4")).dataHash();
            return dataset.getDataRow(
                            row, DataRowExtras.builder().signedUrl(true).build())
                    .signedUrl();
        }
    }

    private static Fault storageFault(String operation, int status) {
        return Fault.on(operation)
                .beforeHandling(
                        status == 429 || status == 503
                                ? new Effect.RetryLater(status, new RetryAfter.Seconds(1))
                                : new Effect.Status(status));
    }

    private void judge(SoftAssertions soft, EvidenceFile evidence) {
        assertThat(recorder.exchanges()).isNotEmpty();
        recorder.exchanges()
                .forEach(recorded ->
                        soft.assertThat(contract.judge(recorded.exchange())).isEmpty());
        contract.coverage().forEachSeen((kind, name) -> evidence.note(Kind.TOUCHED, kind, name));
    }

    /** A 500 is the service's own word, a 502 that of a proxy. */
    private static Fault fault(SpecOperation operation, int status) {
        Effect effect = WITH_RETRY_AFTER.contains(status)
                ? new Effect.RetryLater(status, new RetryAfter.Seconds(1))
                : status == 500 ? new Effect.ServiceError("UNKNOWN_ERROR") : new Effect.Status(status);
        return Fault.on(operation.id()).beforeHandling(effect);
    }

    private Answer send(RawClient raw, SpecOperation operation) {
        String dataset = "00000000-0000-4000-8000-000000000000";
        Sample sample = samples.of(operation, dataset);
        if (operation.rpc().isEmpty()) {
            return raw.rest(key, sample.method(), sample.target(), sample.body(), true);
        }
        return operation.wirePath().equals("/public/user")
                ? raw.userRpc(key, sample.body(), true)
                : raw.rpc(key, dataset, sample.body(), true);
    }
}
