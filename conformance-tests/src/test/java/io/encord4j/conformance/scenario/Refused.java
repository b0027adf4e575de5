package io.encord4j.conformance.scenario;

import io.encord4j.conformance.contract.SampleRequests;
import io.encord4j.conformance.contract.SampleRequests.Sample;
import io.encord4j.conformance.contract.SpecOperation;
import io.encord4j.conformance.recording.RawClient;
import io.encord4j.conformance.recording.RawClient.Answer;
import io.encord4j.conformance.recording.SshKey;
import java.util.Map;
import java.util.Optional;

/** Provokes the refusals that are documented for RPC calls, each by a request that deserves it. */
final class Refused {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final String FORGED = "0".repeat(64) + ":" + "0".repeat(128);

    private final RawClient raw;
    private final SampleRequests samples;
    private final Surroundings around;

    Refused(RawClient raw, SampleRequests samples, Surroundings around) {
        this.raw = raw;
        this.samples = samples;
        this.around = around;
    }

    /** Sends what deserves the token; empty if nothing is known that does. */
    Optional<Answer> provoke(SpecOperation operation, String token) {
        return switch (token) {
            case "AUTHENTICATION_ERROR" -> Optional.of(unauthenticated(operation));
            case "AUTHORISATION_ERROR" -> Optional.of(asPerson(operation, around.stranger(), around.dataset()));
            case "OPERATION_NOT_ALLOWED" -> Optional.of(withKey(operation, keyWithout(operation), around.dataset()));
            case "RESOURCE_NOT_FOUND_ERROR" -> Optional.of(aboutNothing(operation));
            case "UPLOAD_OPERATION_NOT_SUPPORTED_ERROR" -> Optional.of(intoTheWrongKindOfDataset(operation));
            case "UNKNOWN_ERROR" -> Optional.of(withoutValues(operation));
            case "INVALID_ARGUMENTS_ERROR" -> Optional.of(withNonsense(operation));
            case "INVALID_DATE_FORMAT_ERROR" -> Optional.of(withABadDate(operation));
            default -> Optional.empty();
        };
    }

    private Answer unauthenticated(SpecOperation operation) {
        Sample sample = samples.of(operation, around.dataset());
        String credential = takesKeys(operation) ? "nobody-knows-this-key" : FORGED;
        Map<String, String> headers = operation.wirePath().equals("/public")
                ? Map.of("Authorization", credential, "ResourceID", around.dataset())
                : Map.of("Authorization", credential);
        return raw.send("POST", operation.wirePath(), headers, sample.body(), true);
    }

    private Answer aboutNothing(SpecOperation operation) {
        if (operation.id().equals("addPrivateData")) {
            return raw.rpcByKey(
                    around.bucketKey(),
                    around.bucket(),
                    samples.of(operation, UNKNOWN).body(),
                    true);
        }
        return takesPeople(operation)
                ? asPerson(operation, around.owner(), UNKNOWN)
                : withKey(operation, around.fullKey(), around.dataset());
    }

    /** Bytes belong into hosted datasets, files of buckets into the others. */
    private Answer intoTheWrongKindOfDataset(SpecOperation operation) {
        if (operation.id().equals("addPrivateData")) {
            return withKey(operation, around.fullKey(), around.dataset());
        }
        return takesKeys(operation)
                ? withKey(operation, around.bucketKey(), around.bucket())
                : asPerson(operation, around.owner(), around.bucket());
    }

    private Answer withoutValues(SpecOperation operation) {
        SpecOperation.Rpc rpc = operation.rpc().orElseThrow();
        return send(
                operation,
                "{\"query_type\": \"%s\", \"query_method\": \"%s\"}".formatted(rpc.queryType(), rpc.queryMethod()),
                false);
    }

    private Answer withNonsense(SpecOperation operation) {
        SpecOperation.Rpc rpc = operation.rpc().orElseThrow();
        return send(
                operation,
                Rpc.body(rpc.queryType(), rpc.queryMethod(), "\"" + around.dataset() + "\"", "\"nonsense\""),
                false);
    }

    private Answer withABadDate(SpecOperation operation) {
        Sample sample = samples.of(operation, around.dataset());
        String body = operation.id().equals("listDatasetsRpc")
                ? Rpc.body("datasetwithuserrole", "GET", "null", "{\"filter\": {\"created_after\": \"yesterday\"}}")
                : sample.body().replace("\"created_after\": null", "\"created_after\": \"yesterday\"");
        return send(operation, body, false);
    }

    private Answer send(SpecOperation operation, String body, boolean honest) {
        if (operation.wirePath().equals("/public/user")) {
            return raw.userRpc(around.owner(), body, honest);
        }
        return takesPeople(operation)
                ? raw.rpc(around.owner(), around.dataset(), body, honest)
                : raw.rpcByKey(around.fullKey(), around.dataset(), body, honest);
    }

    private Answer asPerson(SpecOperation operation, SshKey person, String dataset) {
        Sample sample = samples.of(operation, dataset);
        return operation.wirePath().equals("/public/user")
                ? raw.userRpc(person, sample.body(), true)
                : raw.rpc(person, dataset, sample.body(), true);
    }

    private Answer withKey(SpecOperation operation, String key, String dataset) {
        return raw.rpcByKey(key, dataset, samples.of(operation, dataset).body(), true);
    }

    private String keyWithout(SpecOperation operation) {
        return operation.scope().orElseThrow().equals("dataset.read") ? around.writingKey() : around.readingKey();
    }

    private static boolean takesKeys(SpecOperation operation) {
        return operation.security().contains("apiKey");
    }

    private static boolean takesPeople(SpecOperation operation) {
        return operation.security().contains("sshSignature");
    }

    /** What there is on the server: people, a hosted dataset and one for a bucket, and keys. */
    record Surroundings(
            SshKey owner,
            SshKey stranger,
            String dataset,
            String bucket,
            String fullKey,
            String readingKey,
            String writingKey,
            String bucketKey) {}
}
