package io.encord4j.internal.workflow;

import io.encord4j.DataRow;
import io.encord4j.DataRowExtras;
import io.encord4j.DataRowFilter;
import io.encord4j.DataType;
import io.encord4j.DicomSeries;
import io.encord4j.ErrorDetails;
import io.encord4j.Image;
import io.encord4j.ImageGroup;
import io.encord4j.ImageInfo;
import io.encord4j.JobResult;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.MalformedAnswerException;
import io.encord4j.Operation;
import io.encord4j.UploadOptions;
import io.encord4j.UploadResult;
import io.encord4j.Video;
import io.encord4j.internal.upload.Destination;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.upload.StorageHeaders;
import io.encord4j.internal.upload.UploadUnit;
import io.encord4j.internal.upload.UploadUnit.Kind;
import io.encord4j.wire.model.WireDataItems;
import io.encord4j.wire.model.WirePresignedUrl;
import io.encord4j.wire.model.WireStorageItemType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A dataset on the wire of 2026: signed URLs in batches, and upload jobs that register what was sent. */
final class PlatformDestination implements Destination {
    private static final int URLS_AT_ONCE = 200;

    /** More than clocks of two machines differ that can sign requests. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final DatasetContext context;
    private final UploadJobs jobs;
    private final RowCalls rows;
    private final UploadOptions options;

    PlatformDestination(DatasetContext context, UploadOptions options) {
        this.context = context;
        this.jobs = new UploadJobs(context);
        this.rows = new RowCalls(context);
        this.options = options;
    }

    @Override
    public String name() {
        return "dataset " + context.datasetHash();
    }

    @Override
    public int urlsAtOnce(Kind kind) {
        return URLS_AT_ONCE;
    }

    @Override
    public List<Target> targets(UploadUnit unit, List<LocalFile> files) {
        List<WirePresignedUrl> urls = context.transport()
                .execute(context.rest().getPresignedUrls(files.size(), itemType(unit.kind())))
                .results();
        if (urls.size() != files.size()) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("%d signed URLs were asked for, and %d came.".formatted(files.size(), urls.size())),
                    null);
        }
        return urls.stream()
                .map(url -> new Target(url.signedUrl(), url.objectKey(), null))
                .toList();
    }

    private static WireStorageItemType itemType(Kind kind) {
        return switch (kind) {
            case VIDEO -> WireStorageItemType.VIDEO;
            case IMAGE, IMAGE_GROUP -> WireStorageItemType.IMAGE;
            case DICOM_SERIES -> WireStorageItemType.DICOM_FILE;
            case AUDIO, NIFTI, PLAIN_TEXT, PDF -> throw ofFolders(kind);
        };
    }

    @Override
    public StorageHeaders headers(Kind kind, LocalFile file) {
        return StorageHeaders.of2026(
                switch (kind) {
                    case VIDEO -> "application/octet-stream";
                    case IMAGE, IMAGE_GROUP -> StorageHeaders.imageType(file.name());
                    case DICOM_SERIES -> "application/dicom";
                    case AUDIO, NIFTI, PLAIN_TEXT, PDF -> throw ofFolders(kind);
                });
    }

    @Override
    public Registration register(List<SentUnit> units) {
        WireDataItems items = JobItems.of(units, options.createVideo(), options.createVideo());
        // A group is one thing: what the service does not take of it fails the whole.
        boolean group = units.get(0).unit().kind().isGroup();
        return new Registration.Started(jobs.takeIn(items, options.tolerateFailures() && !group, options));
    }

    @Override
    public Operation<JobResult> follow(String jobId, UploadUnit unit) {
        return jobs.follow(jobId, UploadJobs.UPLOAD_HOLD);
    }

    @Override
    public Map<SentUnit, @Nullable List<AddedRow>> find(Collection<SentUnit> units, Instant since) {
        Map<Set<String>, List<AddedRow>> byKeys = new HashMap<>();
        boolean groups = units.stream().anyMatch(unit -> unit.unit().kind() == Kind.IMAGE_GROUP);
        DataRowFilter filter =
                DataRowFilter.builder().createdAfter(since.minus(CLOCK_SKEW)).build();
        try (Stream<DataRow> recent = rows.stream(filter)) {
            recent.forEach(row -> {
                AddedRow added = added(row);
                if (row.fileLink() != null && !DataType.IMG_GROUP.equals(row.dataType())) {
                    byKeys.computeIfAbsent(Set.of(row.fileLink()), key -> new ArrayList<>())
                            .add(added);
                } else if (groups && DataType.IMG_GROUP.equals(row.dataType())) {
                    byKeys.computeIfAbsent(imageLinks(row), key -> new ArrayList<>())
                            .add(added);
                }
            });
        }
        Map<SentUnit, @Nullable List<AddedRow>> found = new HashMap<>();
        for (SentUnit unit : units) {
            found.put(unit, unit.unit().kind() == Kind.DICOM_SERIES ? null : rows(unit, byKeys));
        }
        return found;
    }

    /** The rows of a unit: a file is one, and the images of a group may have been divided by their sizes. */
    private static List<AddedRow> rows(SentUnit unit, Map<Set<String>, List<AddedRow>> byKeys) {
        if (unit.unit().kind() != Kind.IMAGE_GROUP) {
            return byKeys.getOrDefault(Set.copyOf(unit.objectKeys()), List.of());
        }
        Set<String> keys = new HashSet<>(unit.objectKeys());
        return byKeys.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty() && keys.containsAll(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private Set<String> imageLinks(DataRow group) {
        List<ImageInfo> images = rows.get(
                        group.dataHash(),
                        DataRowExtras.ofDefaults().toBuilder().images(true).build())
                .images();
        Set<String> links = new HashSet<>();
        if (images != null) {
            images.stream().map(ImageInfo::fileLink).forEach(link -> links.add(String.valueOf(link)));
        }
        return links;
    }

    @Override
    public Map<String, AddedRow> byFileLink(Collection<AddedRow> added) {
        Map<String, AddedRow> byLink = new HashMap<>();
        List<String> hashes = added.stream().map(AddedRow::dataHash).toList();
        for (DataRow row : rows.list(DataRowFilter.builder().dataHashes(hashes).build())) {
            if (row.fileLink() != null) {
                byLink.put(row.fileLink(), added(row));
            }
        }
        return byLink;
    }

    private static AddedRow added(DataRow row) {
        return new AddedRow(row.dataHash(), Objects.requireNonNullElse(row.title(), ""), row.backingItemUuid());
    }

    @Override
    public void eachExisting(UploadUnit unit, Existing existing) {
        try (Stream<DataRow> all = rows.stream(DataRowFilter.ofDefaults())) {
            all.forEach(row -> existing.of(row.title(), row.fileSize()));
        }
    }

    @Override
    public UploadResult row(SentUnit unit, AddedRow added) {
        String key = unit.targets().isEmpty() ? "" : unit.targets().get(0).objectKey();
        return switch (unit.unit().kind()) {
            case VIDEO -> new Video(added.dataHash(), added.title(), key, added.backingItemUuid());
            case IMAGE -> new Image(added.dataHash(), added.title(), key, added.backingItemUuid());
            case IMAGE_GROUP -> new ImageGroup(added.dataHash(), added.title(), added.backingItemUuid());
            case DICOM_SERIES -> new DicomSeries(added.dataHash(), added.title(), added.backingItemUuid());
            case AUDIO, NIFTI, PLAIN_TEXT, PDF -> throw ofFolders(unit.unit().kind());
        };
    }

    private static IllegalStateException ofFolders(Kind kind) {
        return new IllegalStateException("Datasets take no uploads of the kind " + kind + "; folders do");
    }
}
