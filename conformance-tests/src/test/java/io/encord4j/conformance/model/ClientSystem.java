package io.encord4j.conformance.model;

import io.encord4j.ClientOptions;
import io.encord4j.DataRow;
import io.encord4j.DataRowFilter;
import io.encord4j.DataRowUpdate;
import io.encord4j.DatasetFilter;
import io.encord4j.DatasetScope;
import io.encord4j.DatasetSummary;
import io.encord4j.DuplicatesBehavior;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.InvalidArgumentsException;
import io.encord4j.Operation;
import io.encord4j.Outcome;
import io.encord4j.PrivateDataOptions;
import io.encord4j.PrivateFiles;
import io.encord4j.ReEncodeResult;
import io.encord4j.ReEncodedVideo;
import io.encord4j.ResourceNotFoundException;
import io.encord4j.UploadOptions;
import io.encord4j.conformance.evidence.EvidenceFile;
import io.encord4j.conformance.evidence.EvidenceFile.Kind;
import io.encord4j.conformance.model.ReferenceModel.Duplicates;
import io.encord4j.conformance.model.ReferenceModel.Seen;
import io.encord4j.conformance.model.ReferenceModel.SeenKey;
import io.encord4j.conformance.scenario.Samples;
import io.encord4j.conformance.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The client's facade against a target, as one user. */
final class ClientSystem implements SystemUnderTest, AutoCloseable {

    /** A fake's tasks are done at the second poll; more are allowed, endless waiting is not. */
    private static final int POLLS = 5;

    private final Target target;
    private final String key;
    private final EvidenceFile evidence;
    private final EncordUserClient user;
    private final Map<String, EncordDatasetClient> datasets = new ConcurrentHashMap<>();

    private ClientSystem(Target target, String key, EvidenceFile evidence) {
        this.target = target;
        this.key = key;
        this.evidence = evidence;
        this.user = EncordUserClient.builder()
                .sshKey(key)
                .options(ClientOptions.builder().domain(target.url().toString()).build())
                .build();
    }

    static ClientSystem newUserOf(Target target, EvidenceFile evidence) {
        return new ClientSystem(target, target.userKey(), evidence);
    }

    /** Another client of the same user. */
    ClientSystem another() {
        return new ClientSystem(target, key, evidence);
    }

    @Override
    public String createDataset(String title) {
        note("createDataset");
        return user.createDataset(title).datasetHash();
    }

    @Override
    public List<String> titlesOfDatasetsLike(String pattern) {
        note("listDatasets");
        return user.getDatasets(DatasetFilter.builder().titleLike(pattern).build()).stream()
                .map(DatasetSummary::title)
                .toList();
    }

    @Override
    public boolean addPrivateVideos(String dataset, List<String> urls, boolean skipDuplicates, boolean ignoreErrors) {
        note("startUploadJob");
        note("getUploadJob");
        String entries = urls.stream().map("{\"objectUrl\": \"%s\"}"::formatted).collect(Collectors.joining(", "));
        PrivateFiles files = new PrivateFiles.JsonText(
                "{\"videos\": [%s], \"skip_duplicate_urls\": %s}".formatted(entries, skipDuplicates));
        PrivateDataOptions options = PrivateDataOptions.builder()
                .checkLocally(false)
                .tolerateFailures(ignoreErrors)
                .build();
        return dataset(dataset)
                        .startAddingPrivateData(
                                user.getCloudIntegrations().get(0).id(), files, options)
                        .await(Duration.ofSeconds(60))
                instanceof Outcome.Done;
    }

    @Override
    public void uploadVideo(String dataset, String name) {
        note("getPresignedUrls");
        note("putObject");
        uploading(samples -> dataset(dataset).uploadVideo(samples.video(name)));
    }

    @Override
    public int addImageGroup(String dataset, String title, List<Integer> widths, boolean sequence) {
        note("getPresignedUrls");
        note("putObject");
        note("startUploadJob");
        UploadOptions options =
                UploadOptions.builder().title(title).createVideo(sequence).build();
        return uploading(samples -> {
            List<Path> images = IntStream.range(0, widths.size())
                    .mapToObj(i -> samples.image(i + ".png", widths.get(i), 16, i))
                    .toList();
            return dataset(dataset).createImageGroup(images, options).size();
        });
    }

    /** Makes files in a folder that is gone afterwards. */
    private static <T> T uploading(Function<Samples, T> upload) {
        try {
            Path folder = Files.createTempDirectory("encord4j-model");
            try {
                return upload.apply(new Samples(folder));
            } finally {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String dataset, List<String> rows) {
        note("deleteData");
        dataset(dataset).deleteData(rows);
    }

    @Override
    public void rename(String dataset, String row, String title) {
        note("updateDataRow");
        dataset(dataset).updateDataRow(row, DataRowUpdate.builder().title(title).build());
    }

    @Override
    public boolean tryRename(String dataset, String row, String title) {
        try {
            rename(dataset, row, title);
            return true;
        } catch (ResourceNotFoundException gone) {
            return false;
        }
    }

    @Override
    public void replaceMetadata(String dataset, String row, Map<String, String> metadata) {
        note("updateDataRow");
        dataset(dataset)
                .updateDataRow(
                        row,
                        DataRowUpdate.builder()
                                .clientMetadata(Map.copyOf(metadata))
                                .build());
    }

    @Override
    public int link(String item, String dataset, Duplicates duplicates) {
        note("linkItems");
        try {
            return dataset(dataset)
                    .linkItems(List.of(UUID.fromString(item)), DuplicatesBehavior.valueOf(duplicates.name()))
                    .size();
        } catch (InvalidArgumentsException refused) {
            return -1;
        }
    }

    @Override
    public void createApiKey(String dataset, String title, boolean mayWrite) {
        note("createDatasetApiKey");
        user.createDatasetApiKey(
                dataset, title, mayWrite ? List.of(DatasetScope.READ, DatasetScope.WRITE) : List.of(DatasetScope.READ));
    }

    @Override
    public String getOrCreateApiKey(String dataset) {
        note("getOrCreateDatasetApiKey");
        return user.getOrCreateDatasetApiKey(dataset).key();
    }

    @Override
    public List<SeenKey> apiKeys(String dataset) {
        note("listDatasetApiKeys");
        return user.getDatasetApiKeys(dataset).stream()
                .map(key -> new SeenKey(key.title(), key.scopes().contains(DatasetScope.WRITE)))
                .toList();
    }

    @Override
    public List<String> reEncode(String dataset, List<String> rows) {
        note("startReEncoding");
        note("getReEncoding");
        Operation<ReEncodeResult> task = dataset(dataset).reEncodeData(rows);
        for (int poll = 0; poll < POLLS; poll++) {
            if (task.poll() instanceof Outcome.Done<ReEncodeResult> done
                    && done.result() instanceof ReEncodeResult.Done result) {
                return result.videos().stream().map(ReEncodedVideo::dataHash).toList();
            }
        }
        throw new AssertionError("Task %s is not done after %d polls.".formatted(task.id(), POLLS));
    }

    @Override
    public List<ListedRow> rows(String dataset, String pattern) {
        note("listDataRows");
        DataRowFilter.Builder filter = DataRowFilter.builder().fetchClientMetadata(true);
        return dataset(dataset)
                .listDataRows((pattern.equals("%") ? filter : filter.titleLike(pattern)).build())
                .stream()
                .map(ClientSystem::listed)
                .toList();
    }

    private static ListedRow listed(DataRow row) {
        Map<String, String> metadata = new TreeMap<>();
        if (row.clientMetadata() != null) {
            row.clientMetadata().forEach((name, value) -> metadata.put(name, String.valueOf(value)));
        }
        return new ListedRow(
                row.dataHash(),
                String.valueOf(row.backingItemUuid()),
                new Seen(row.title(), row.dataType().value(), metadata));
    }

    private EncordDatasetClient dataset(String hash) {
        return datasets.computeIfAbsent(hash, user::datasetClient);
    }

    private void note(String operation) {
        evidence.note(Kind.MODEL, operation, "compared with the reference model");
    }

    @Override
    public void close() {
        datasets.values().forEach(EncordDatasetClient::close);
        user.close();
    }
}
