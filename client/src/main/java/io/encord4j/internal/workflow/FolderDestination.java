package io.encord4j.internal.workflow;

import io.encord4j.AuthorisationException;
import io.encord4j.ErrorDetails;
import io.encord4j.ItemFilter;
import io.encord4j.ItemType;
import io.encord4j.JobResult;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.MalformedAnswerException;
import io.encord4j.Operation;
import io.encord4j.ResourceNotFoundException;
import io.encord4j.StorageItem;
import io.encord4j.UploadOptions;
import io.encord4j.UploadResult;
import io.encord4j.UploadedItem;
import io.encord4j.internal.upload.Destination;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.upload.StorageHeaders;
import io.encord4j.internal.upload.UploadUnit;
import io.encord4j.internal.upload.UploadUnit.Kind;
import io.encord4j.wire.model.WireGetItemsRequest;
import io.encord4j.wire.model.WirePresignedUrl;
import io.encord4j.wire.model.WireStartFolderUploadJobRequest;
import io.encord4j.wire.model.WireStorageItem;
import io.encord4j.wire.model.WireStorageItemType;
import io.encord4j.wire.model.WireUploadUrlsRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A storage folder. Each signed URL comes with a placeholder, the id that the item will have. */
final class FolderDestination implements Destination {
    private static final int URLS_AT_ONCE = 200;
    private static final String OCTETS = "application/octet-stream";

    private final StorageContext context;
    private final UUID folder;
    private final FolderJobs jobs;
    private final UploadOptions options;

    FolderDestination(StorageContext context, UUID folder, UploadOptions options) {
        this.context = context;
        this.folder = folder;
        this.jobs = new FolderJobs(context);
        this.options = options;
    }

    @Override
    public String name() {
        return "folder " + folder;
    }

    @Override
    public int urlsAtOnce(Kind kind) {
        return URLS_AT_ONCE;
    }

    @Override
    public List<Target> targets(UploadUnit unit, List<LocalFile> files) {
        List<WirePresignedUrl> urls = context.execute(context.items()
                        .getFolderUploadUrls(
                                folder, new WireUploadUrlsRequest(fileType(unit.kind()), files.size(), null)))
                .results();
        if (urls.size() != files.size()) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("%d signed URLs were asked for, and %d came.".formatted(files.size(), urls.size())),
                    null);
        }
        return urls.stream()
                .map(url -> new Target(url.signedUrl(), url.objectKey(), url.itemUuid()))
                .toList();
    }

    private static WireStorageItemType fileType(Kind kind) {
        return switch (kind) {
            case VIDEO -> WireStorageItemType.VIDEO;
            case IMAGE, IMAGE_GROUP -> WireStorageItemType.IMAGE;
            case AUDIO -> WireStorageItemType.AUDIO;
            case NIFTI -> WireStorageItemType.NIFTI;
            case PLAIN_TEXT -> WireStorageItemType.PLAIN_TEXT;
            case PDF -> WireStorageItemType.PDF;
            case DICOM_SERIES -> WireStorageItemType.DICOM_FILE;
        };
    }

    @Override
    public StorageHeaders headers(Kind kind, LocalFile file) {
        return StorageHeaders.of2026(
                switch (kind) {
                    case VIDEO, AUDIO -> OCTETS;
                    case IMAGE, IMAGE_GROUP ->
                        Objects.requireNonNullElse(StorageHeaders.imageType(file.name()), OCTETS);
                    case NIFTI -> "application/nifti";
                    case PLAIN_TEXT -> StorageHeaders.textType(file.name());
                    case PDF -> "application/pdf";
                    case DICOM_SERIES -> "application/dicom";
                });
    }

    @Override
    public String remember(Target target) {
        return target.record() + " " + target.objectKey();
    }

    @Override
    public Target recall(String remembered) {
        int blank = remembered.indexOf(' ');
        return new Target("", remembered.substring(blank + 1), UUID.fromString(remembered.substring(0, blank)));
    }

    @Override
    public Registration register(List<SentUnit> units) {
        boolean group = units.get(0).unit().kind().isGroup();
        UUID job = jobs.start(
                folder,
                new WireStartFolderUploadJobRequest(
                        JobItems.of(units, options.createVideo(), false),
                        null,
                        null,
                        options.tolerateFailures() && !group,
                        null));
        return new Registration.Started(jobs.ingestion(folder, job));
    }

    @Override
    public Operation<JobResult> follow(String jobId, UploadUnit unit) {
        return jobs.ingestion(folder, UUID.fromString(jobId));
    }

    /** A placeholder is an item as soon as its unit is done; the composed item of a part is in its summary. */
    @Override
    public Map<SentUnit, @Nullable List<AddedRow>> find(Collection<SentUnit> units, Instant since) {
        Map<SentUnit, @Nullable List<AddedRow>> found = new HashMap<>();
        for (SentUnit unit : units) {
            UUID placeholder =
                    (UUID) Objects.requireNonNull(unit.targets().get(0).record(), "placeholder");
            found.put(
                    unit,
                    item(placeholder)
                            .map(item -> unit.unit().kind().isGroup() ? composed(item) : List.of(added(item)))
                            .orElse(List.of()));
        }
        return found;
    }

    private Optional<WireStorageItem> item(UUID uuid) {
        try {
            return Optional.of(context.execute(context.items().getItem(uuid, false)));
        } catch (AuthorisationException | ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    private List<AddedRow> composed(WireStorageItem part) {
        return context
                .execute(context.items().getItemSummary(part.parent(), part.uuid(), true))
                .accessibleGroupItems()
                .stream()
                .map(group -> new AddedRow(
                        group.uuid().toString(), Objects.requireNonNullElse(group.name(), ""), group.uuid()))
                .toList();
    }

    @Override
    public Map<String, AddedRow> byFileLink(Collection<AddedRow> added) {
        List<UUID> uuids = new ArrayList<>();
        added.forEach(row -> uuids.add(UUID.fromString(row.dataHash())));
        Map<String, AddedRow> byLink = new HashMap<>();
        context.execute(context.items().getItems(new WireGetItemsRequest(uuids, false))).results().stream()
                .filter(item -> item.url() != null)
                .forEach(item -> byLink.put(item.url(), added(item)));
        return byLink;
    }

    private static AddedRow added(WireStorageItem item) {
        return new AddedRow(item.uuid().toString(), Objects.requireNonNullElse(item.name(), ""), item.uuid());
    }

    @Override
    public void eachExisting(UploadUnit unit, Existing existing) {
        try (Stream<StorageItem> all = new ItemCalls(context).of(folder, ItemFilter.ofDefaults(), false)) {
            all.forEach(item -> existing.of(item.name(), item.media().fileSize()));
        }
    }

    @Override
    public UploadResult row(SentUnit unit, AddedRow added) {
        return new UploadedItem(
                UUID.fromString(added.dataHash()),
                added.title(),
                itemType(unit.unit().kind()));
    }

    private ItemType itemType(Kind kind) {
        return switch (kind) {
            case VIDEO -> ItemType.VIDEO;
            case IMAGE -> ItemType.IMAGE;
            case AUDIO -> ItemType.AUDIO;
            case NIFTI -> ItemType.NIFTI;
            case PLAIN_TEXT -> ItemType.PLAIN_TEXT;
            case PDF -> ItemType.PDF;
            case IMAGE_GROUP -> options.createVideo() ? ItemType.IMAGE_SEQUENCE : ItemType.IMAGE_GROUP;
            case DICOM_SERIES -> ItemType.DICOM_SERIES;
        };
    }
}
