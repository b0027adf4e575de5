package io.encord4j.conformance.model;

import java.util.List;

/** Defects that the random sequences must notice. A mutant whose text is gone from the fake fails its test: rewrite it then, do not drop it. */
final class Mutants {

    private static final String PLATFORM = "io/encord4j/fake/internal/platform/";

    private Mutants() {}

    static List<Mutant> ofSequences() {
        return List.of(
                mutant("deleting does nothing", "Deletion.java", "dataHashes.forEach(batch::remove);", ""),
                mutant(
                        "deleting removes all rows",
                        "Deletion.java",
                        "dataHashes.forEach(batch::remove);",
                        "dataset.rows().keySet().forEach(batch::remove);"),
                mutant("a new title is forgotten", "Rows.java", "row.titled(title, change.now())", "row"),
                mutant(
                        "new metadata is forgotten",
                        "Rows.java",
                        "titled.withMetadata(metadata, change.now())",
                        "titled"),
                mutant(
                        "LIKE on rows ignores case",
                        "Rows.java",
                        "filter.matcher(state.choices().likeIgnoresCase())",
                        "filter.matcher(true)"),
                mutant(
                        "LIKE on datasets ignores case",
                        "Datasets.java",
                        "filter.matcher(state.choices().likeIgnoresCase())",
                        "filter.matcher(true)"),
                mutant("_ matches itself only", "LikePattern.java", "character == '_'", "character == '\\0'"),
                mutant("strangers' datasets are listed", "Datasets.java", "listed.role() != null", "true"),
                mutant(
                        "SKIP links twice",
                        "Links.java",
                        "isNew || duplicates == Duplicates.DUPLICATE",
                        "isNew || duplicates != Duplicates.FAIL"),
                mutant("FAIL does not fail", "Links.java", "!isNew && duplicates == Duplicates.FAIL", "false"),
                mutant(
                        "DUPLICATE links once",
                        "Links.java",
                        "isNew || duplicates == Duplicates.DUPLICATE",
                        "linkedItems(dataset, Duplicates.SKIP).add(uuid)"),
                mutant(
                        "duplicate URLs are not skipped",
                        "Intake.java",
                        "work.skipDuplicateUrls() ? new LinkIndex(dataset) : null",
                        "null"),
                mutant(
                        "duplicate URLs are always skipped",
                        "Intake.java",
                        "work.skipDuplicateUrls() ? new LinkIndex(dataset) : null",
                        "new LinkIndex(dataset)"),
                mutant(
                        "a failed job keeps its good units",
                        "Intake.java",
                        "!errors.isEmpty() && !ignoreErrors && !change.state().choices().failedJobsKeepGoodUnits()",
                        "false"),
                mutant(
                        "errors are ignored unasked",
                        "UploadJobs.java",
                        "boolean failed = !job.ignoreErrors() && outcome.failed() > 0;",
                        "boolean failed = false;"),
                mutant(
                        "image sequences are not split by size",
                        "Intake.java",
                        "unit.clusterByResolution() ? Resolutions.split(images, GroupImage::file) : List.of(images)",
                        "List.of(images)"),
                mutant(
                        "plain image groups are split by size",
                        "Intake.java",
                        "unit.clusterByResolution() ? Resolutions.split(images, GroupImage::file) : List.of(images)",
                        "Resolutions.split(images, GroupImage::file)"),
                mutant("image groups are re-encoded too", "ReEncoding.java", "row.type() == DataType.VIDEO", "true"),
                mutant(
                        "every call makes a master key",
                        "ApiKeys.java",
                        ".filter(ApiKey::master)",
                        ".filter(key -> false)"),
                mutant("any key serves as master key", "ApiKeys.java", ".filter(ApiKey::master)", ""),
                mutant(
                        "the title of a key is forgotten",
                        "ApiKeys.java",
                        "change.newHash(), title,",
                        "change.newHash(), \"\","),
                mutant(
                        "rows have no order",
                        "model/Dataset.java",
                        "ExtensionsKt.persistentListOf(),\n                ExtensionsKt.persistentMapOf());",
                        "ExtensionsKt.persistentListOf(),\n                ExtensionsKt.persistentHashMapOf());"));
    }

    static List<Mutant> ofConcurrency() {
        return List.of(mutant(
                "a change starts from a state read before the lock",
                "World.java",
                "changing.lock();\n        try {\n            Change change = new Change(state,",
                "PlatformState stale = state;\n        Thread.yield();\n        changing.lock();\n        try {\n            Change change = new"
                        + " Change(stale,"));
    }

    private static Mutant mutant(String defect, String source, String original, String replacement) {
        return new Mutant(defect, PLATFORM + source, original, replacement);
    }
}
