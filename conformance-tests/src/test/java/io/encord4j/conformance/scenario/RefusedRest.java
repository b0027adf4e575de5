package io.encord4j.conformance.scenario;

import io.encord4j.conformance.contract.SampleRequests;
import io.encord4j.conformance.contract.SampleRequests.Sample;
import io.encord4j.conformance.contract.SpecOperation;
import io.encord4j.conformance.recording.RawClient;
import io.encord4j.conformance.recording.RawClient.Answer;
import io.encord4j.conformance.recording.SshKey;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Provokes the refusals that are documented for REST calls, each by a request that deserves it. */
final class RefusedRest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final Pattern PATH_ID = Pattern.compile("(?<=/)[0-9a-f-]{36}(?=[/?]|$)");

    private final RawClient raw;
    private final SampleRequests samples;
    private final SshKey owner;
    private final SshKey stranger = SshKey.generate();
    private final String dataset;
    private final String folder;

    /** There are a dataset and a folder of the owner, and nothing else that the samples name. */
    RefusedRest(RawClient raw, SampleRequests samples, SshKey owner, String dataset, String folder) {
        this.raw = raw;
        this.samples = samples;
        this.owner = owner;
        this.dataset = dataset;
        this.folder = folder;
    }

    /** Sends what deserves the status. */
    Answer provoke(SpecOperation operation, int status) {
        return switch (status) {
            case 400 -> withNonsense(operation);
            case 401 -> unauthenticated(operation);
            case 403 -> withoutAccess(operation);
            case 404 -> aboutNothing(operation);
            default -> throw new IllegalArgumentException("Nothing is known to deserve the status " + status + ".");
        };
    }

    private Answer unauthenticated(SpecOperation operation) {
        Sample sample = samples.of(operation, dataset);
        return raw.send(
                sample.method(), sample.target(), Map.of("Authorization", "Bearer nobody"), sample.body(), true);
    }

    private Answer withoutAccess(SpecOperation operation) {
        Sample sample = samples.of(operation, dataset);
        return switch (operation.id()) {
            case "createFolder" -> send(stranger, sample, "{\"name\": \"sub\", \"parent\": \"%s\"}".formatted(folder));
            case "listFolders", "searchFolders", "searchItems" ->
                send(
                        stranger,
                        new Sample(sample.method(), sample.target() + "&includeOrgAccess=True", sample.body()),
                        sample.body());
            case "migrateItems" ->
                send(
                        owner,
                        sample,
                        "{\"urlsMap\": {}, \"itemsMap\": {}, \"toIntegrationHash\": \"%s\", \"validateAccess\": true, \"skipMissing\": true}"
                                .formatted(UNKNOWN));
            default -> send(stranger, sample, sample.body());
        };
    }

    /** A dataset, or something in a folder: an unknown folder itself looks like one of somebody else. */
    private Answer aboutNothing(SpecOperation operation) {
        Sample sample = samples.of(operation, UNKNOWN);
        return operation.path().contains("{folderUuid}")
                ? send(
                        owner,
                        new Sample(
                                sample.method(),
                                PATH_ID.matcher(sample.target()).replaceFirst(folder),
                                sample.body()),
                        sample.body())
                : send(owner, sample, sample.body());
    }

    /** No id where one belongs, else no arguments, else a page without entries. */
    private Answer withNonsense(SpecOperation operation) {
        Sample sample = samples.of(operation, dataset);
        if (operation.path().contains("{")) {
            return raw.rest(
                    owner,
                    sample.method(),
                    PATH_ID.matcher(sample.target()).replaceFirst("nonsense"),
                    sample.body(),
                    false);
        }
        String target = sample.target().replaceFirst("pageSize=[0-9]+", "pageSize=0");
        return raw.rest(owner, sample.method(), target, sample.body().isEmpty() ? "" : "{}", false);
    }

    private Answer send(SshKey person, Sample sample, String body) {
        return raw.rest(person, sample.method(), sample.target(), body, true);
    }

    /** A new folder of a person. */
    static String newFolder(RawClient raw, SshKey person) {
        Answer made = raw.rest(person, "POST", "/v2/public/storage/folders", "{\"name\": \"refusals\"}", true);
        return UUID.fromString(made.body().replaceFirst("(?s).*?\"uuid\"\\s*:\\s*\"([^\"]+)\".*", "$1"))
                .toString();
    }
}
