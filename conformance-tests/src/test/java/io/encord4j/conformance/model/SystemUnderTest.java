package io.encord4j.conformance.model;

import io.encord4j.conformance.model.ReferenceModel.Duplicates;
import io.encord4j.conformance.model.ReferenceModel.Seen;
import io.encord4j.conformance.model.ReferenceModel.SeenKey;
import java.util.List;
import java.util.Map;

/** The few things that a random sequence does, in the words of the client. Datasets and rows are named by the system's own ids. */
interface SystemUnderTest {

    String createDataset(String title);

    List<String> titlesOfDatasetsLike(String pattern);

    /** Adds one row per URL; false if the job failed. */
    boolean addPrivateVideos(String dataset, List<String> urls, boolean skipDuplicates, boolean ignoreErrors);

    void uploadVideo(String dataset, String name);

    /** Uploads images of these widths; the number of groups that came to be. */
    int addImageGroup(String dataset, String title, List<Integer> widths, boolean sequence);

    void delete(String dataset, List<String> rows);

    void rename(String dataset, String row, String title);

    /** Renames a row unless it is gone; whether it was there. */
    boolean tryRename(String dataset, String row, String title);

    void replaceMetadata(String dataset, String row, Map<String, String> metadata);

    /** Links the item of a row; the number of rows that came to be, or −1 if it was refused. */
    int link(String item, String dataset, Duplicates duplicates);

    void createApiKey(String dataset, String title, boolean mayWrite);

    /** The key that has every scope, made at most once; its secret. */
    String getOrCreateApiKey(String dataset);

    /** The keys in the order in which the service lists them. */
    List<SeenKey> apiKeys(String dataset);

    /** Re-encodes and waits; the hashes of the rows that it has results for, in the order of the results. */
    List<String> reEncode(String dataset, List<String> rows);

    /** The rows in the order in which the service lists them; a pattern of {@code %} means all. */
    List<ListedRow> rows(String dataset, String pattern);

    /** A listed row with its ids. */
    record ListedRow(String hash, String item, Seen seen) {}
}
