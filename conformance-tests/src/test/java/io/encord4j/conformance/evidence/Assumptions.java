package io.encord4j.conformance.evidence;

import io.encord4j.conformance.contract.SpecOperation;
import io.encord4j.conformance.contract.SpecOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is assumed where the protocol leaves a choice: by the fake, read from the one place in its source where choices are listed, and by the
 * client.
 */
final class Assumptions {

    private static final Path CHOICES =
            Path.of("..", "fake-server", "src", "main", "java", "io", "encord4j", "fake", "Choices.java");
    private static final Pattern PARAMETER = Pattern.compile("^ \\* @param (\\w+) (.+)$", Pattern.MULTILINE);

    /** What the client relies on. */
    private static final Map<String, String> OF_THE_CLIENT = Map.of(
            "fileLinkIsObjectKey",
            "whether the link of a row is the object key of its bytes, by which uploads find what they have registered");

    /** Which operations a choice concerns, by rule where the spec knows it. */
    private static final Map<String, Predicate<SpecOperation>> CONCERNED = Map.ofEntries(
            Map.entry("rpcErrorsAreHttp200", operation -> operation.rpc().isPresent()),
            Map.entry("acceptsUnknownSshKeys", signed()),
            Map.entry("tellsUnknownSshKeys", signed()),
            Map.entry("createdPast", by("messageSignature")),
            Map.entry("createdFuture", by("messageSignature")),
            Map.entry("signedUrlLife", SpecOperation::signedUrl),
            Map.entry("maxSignedUrls", ids("getPresignedUrls")),
            Map.entry(
                    "unknownDataset",
                    operation -> operation.tokens().contains("RESOURCE_NOT_FOUND_ERROR")
                            || operation.path().contains("{dataset")),
            Map.entry("emptyTitles", ids("createDataset", "createDatasetRpc")),
            Map.entry("legacyDatasetsAreMirrors", ids("createDatasetRpc", "startUploadJob")),
            Map.entry("likeIgnoresCase", ids("listDatasets", "listDatasetsRpc", "listDataRows")),
            Map.entry("checksMedia", ids("registerVideo", "registerImage", "createImageGroup", "startUploadJob")),
            Map.entry("imageGroupTitle", ids("createImageGroup", "startUploadJob")),
            Map.entry("dicomSeriesTitle", ids("startUploadJob")),
            Map.entry("reversesImageGroups", ids("createImageGroup")),
            Map.entry("refusesForeignImageGroups", ids("deleteImageGroup")),
            Map.entry("failedPrivateData", ids("addPrivateData")),
            Map.entry("privateDataInHosted2022", ids("addPrivateData")),
            Map.entry("failedJobsKeepGoodUnits", ids("startUploadJob", "getUploadJob")),
            Map.entry("refusesUnknownPrivateKinds", ids("addPrivateData", "startUploadJob")),
            Map.entry("duplicateLinks", ids("linkItems")),
            Map.entry("unknownItems", ids("linkItems")),
            Map.entry("fileLinkIsObjectKey", ids("startUploadJob", "listDataRows", "getDataRow")));

    private Assumptions() {}

    /** The choices, what they mean, and the operations that they concern. */
    static List<Assumption> all(SpecOperations operations) {
        List<Assumption> found = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(read());
        while (matcher.find()) {
            found.add(new Assumption(matcher.group(1), matcher.group(2), concerned(matcher.group(1), operations)));
        }
        OF_THE_CLIENT.forEach(
                (choice, meaning) -> found.add(new Assumption(choice, meaning, concerned(choice, operations))));
        return found;
    }

    private static List<String> concerned(String choice, SpecOperations operations) {
        Predicate<SpecOperation> rule = CONCERNED.get(choice);
        if (rule == null) {
            throw new IllegalStateException("Say in %s which operations the choice %s concerns."
                    .formatted(Assumptions.class.getName(), choice));
        }
        return operations.all().stream().filter(rule).map(SpecOperation::id).toList();
    }

    private static Predicate<SpecOperation> ids(String... ids) {
        Set<String> wanted = Set.of(ids);
        return operation -> wanted.contains(operation.id());
    }

    private static Predicate<SpecOperation> by(String scheme) {
        return operation -> operation.security().contains(scheme);
    }

    private static Predicate<SpecOperation> signed() {
        return by("sshSignature").or(by("messageSignature"));
    }

    private static String read() {
        try {
            return Files.readString(CHOICES);
        } catch (IOException e) {
            throw new UncheckedIOException("The fake's list of choices cannot be read.", e);
        }
    }

    /**
     * A choice of the fake.
     *
     * @param choice its name
     * @param meaning what it decides
     * @param operations the ids of the operations that it concerns
     */
    record Assumption(String choice, String meaning, List<String> operations) {}
}
