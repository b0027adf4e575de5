package io.encord4j.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultReceipt;
import io.encord4j.fake.faults.RetryAfter;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The failures that the spec documents for every operation can be armed, and look as documented")
final class DocumentedFailuresTest {

    private static final Set<Integer> OF_THE_WAY = Set.of(413, 429, 500, 502, 503);
    private static final Set<Integer> WITH_RETRY_AFTER = Set.of(413, 429, 503);

    private final SpecOperations operations = SpecOperations.load();
    private final SampleRequests samples = new SampleRequests(operations);
    private final Contract contract = new Contract(operations);
    private final Recorder recorder = new Recorder();
    private final SshKey key = SshKey.generate();

    @Test
    void everyFailureOnTheWay() {
        try (FakeEncordServer server = FakeEncordServer.start();
                EvidenceFile evidence = new EvidenceFile("documented failures")) {
            RawClient raw = new RawClient(URI.create(server.url()), recorder, Clock.systemUTC());
            SoftAssertions soft = new SoftAssertions();
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
            recorder.exchanges()
                    .forEach(recorded ->
                            soft.assertThat(contract.judge(recorded.exchange())).isEmpty());
            contract.coverage().forEachSeen((kind, name) -> evidence.note(Kind.TOUCHED, kind, name));
            soft.assertAll();
            assertThat(recorder.exchanges()).isNotEmpty();
        }
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
