package io.encord4j;

import static io.encord4j.Arguments.list;
import static java.util.Objects.requireNonNull;

import io.encord4j.internal.http.Transport;
import io.encord4j.internal.privatefiles.PrivateFileList;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.upload.UploadUnit;
import io.encord4j.internal.upload.UploadUnit.Kind;
import io.encord4j.internal.workflow.Downloads;
import io.encord4j.internal.workflow.FolderCalls;
import io.encord4j.internal.workflow.FolderJobs;
import io.encord4j.internal.workflow.FolderUploads;
import io.encord4j.internal.workflow.ItemCalls;
import io.encord4j.internal.workflow.StorageContext;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The storage of an organisation: {@linkplain StorageFolders folders}, the {@linkplain StorageItems items} in them, and {@linkplain
 * StorageUploads what comes into them}. Items live without datasets; {@link DatasetRows#linkItems} makes rows of them.
 *
 * <p>It is a view of its {@link EncordUserClient}: it may be used by many threads, its methods block, honour interruption, and throw the family
 * of {@link EncordException}. An unknown folder or item, and one that the caller may not see, are both an {@link AuthorisationException}.
 *
 * <pre>{@code
 * EncordStorage storage = user.storage();
 * UUID trip = storage.findOrCreateFolder("Trip to the coast").uuid();
 * UploadReport<UploadedItem> report = storage.uploadFolder(trip, images);
 * List<UUID> items = report.created().stream().map(UploadedItem::itemUuid).toList();
 * CreatedDataset dataset = user.createDataset(
 *         "Sea birds", DatasetOptions.builder().createBackingFolder(false).build());
 * try (EncordDatasetClient client = user.datasetClient(dataset.datasetHash())) {
 *     client.linkItems(items, DuplicatesBehavior.SKIP);
 * }
 * for (StorageFolder folder : storage.walkFolders(trip).toList()) {
 *     try (Stream<StorageItem> found = storage.listItems(folder.uuid(), ItemFilter.ofDefaults())) {
 *         found.forEach(item -> storage.downloadItem(item, copies.resolve(item.uuid() + "-" + item.name())));
 *     }
 * }
 * }</pre>
 */
public final class EncordStorage implements StorageFolders, StorageItems, StorageUploads {
    private final FolderCalls folders;
    private final ItemCalls items;
    private final FolderUploads uploads;
    private final FolderJobs jobs;
    private final Downloads downloads;

    EncordStorage(Transport transport) {
        StorageContext context = StorageContext.of(transport);
        this.folders = new FolderCalls(context);
        this.items = new ItemCalls(context);
        this.uploads = new FolderUploads(context);
        this.jobs = new FolderJobs(context);
        this.downloads = new Downloads(transport, context.bytes());
    }

    @Override
    public StorageFolder createFolder(String name, FolderOptions options) {
        return folders.create(named(name), requireNonNull(options, "options"));
    }

    private static String named(String name) {
        if (Arguments.text(name, "name").isBlank()) {
            throw new InvalidValueException("name", "The name of the folder is blank.", "Give it a name.");
        }
        return name;
    }

    @Override
    public StorageFolder getFolder(UUID folder) {
        return folders.get(requireNonNull(folder, "folder"));
    }

    @Override
    public Optional<StorageFolder> findFolder(List<String> path) {
        Optional<StorageFolder> folder = Optional.empty();
        for (String name : list(path, "path")) {
            Arguments.text(name, "path");
            folder = folders.named(name, folder.map(StorageFolder::uuid).orElse(null));
            if (folder.isEmpty()) {
                return folder;
            }
        }
        return folder;
    }

    @Override
    public StorageFolder findOrCreateFolder(String name, FolderOptions options) {
        return folders.named(named(name), requireNonNull(options, "options").parent())
                .orElseGet(() -> folders.create(name, options));
    }

    @Override
    public Stream<StorageFolder> listFolders(FolderFilter filter) {
        return folders.topLevel(requireNonNull(filter, "filter"));
    }

    @Override
    public Stream<StorageFolder> findFolders(FolderFilter filter) {
        return folders.everywhere(requireNonNull(filter, "filter"));
    }

    @Override
    public Stream<StorageFolder> listSubfolders(UUID folder, FolderFilter filter) {
        return folders.below(requireNonNull(folder, "folder"), requireNonNull(filter, "filter"), false);
    }

    @Override
    public Stream<StorageFolder> findSubfolders(UUID folder, FolderFilter filter) {
        return folders.below(requireNonNull(folder, "folder"), requireNonNull(filter, "filter"), true);
    }

    @Override
    public Stream<StorageFolder> walkFolders(UUID folder) {
        return folders.walk(requireNonNull(folder, "folder"));
    }

    @Override
    public StorageFolder updateFolder(UUID folder, FolderUpdate update) {
        return folders.update(requireNonNull(folder, "folder"), requireNonNull(update, "update"));
    }

    @Override
    public List<StorageFolder> updateFolders(Map<UUID, FolderUpdate> updates) {
        return folders.update(new LinkedHashMap<>(requireNonNull(updates, "updates")));
    }

    @Override
    public void moveFolders(Collection<UUID> moved, @Nullable UUID target) {
        folders.move(list(moved, "moved"), target);
    }

    @Override
    public void deleteFolder(UUID folder) {
        folders.delete(requireNonNull(folder, "folder"));
    }

    @Override
    public FolderSummary getFolderSummary(UUID folder) {
        return folders.summary(requireNonNull(folder, "folder"));
    }

    @Override
    public List<FolderGroup> listFolderGroups(UUID folder) {
        return folders.groups(requireNonNull(folder, "folder"));
    }

    @Override
    public void addFolderGroups(UUID folder, Collection<UUID> groups, DatasetUserRole role) {
        folders.addGroups(requireNonNull(folder, "folder"), list(groups, "groups"), requireNonNull(role, "role"));
    }

    @Override
    public void removeFolderGroups(UUID folder, Collection<UUID> groups) {
        folders.removeGroups(requireNonNull(folder, "folder"), list(groups, "groups"));
    }

    @Override
    public Operation<CloudSyncResult> startFolderSync(UUID folder) {
        return folderSync(folder, folders.startSync(requireNonNull(folder, "folder")));
    }

    @Override
    public Operation<CloudSyncResult> folderSync(UUID folder, UUID job) {
        return jobs.sync(requireNonNull(folder, "folder"), requireNonNull(job, "job"));
    }

    @Override
    public Stream<StorageItem> listItems(UUID folder, ItemFilter filter) {
        return items.of(requireNonNull(folder, "folder"), requireNonNull(filter, "filter"), false);
    }

    @Override
    public Stream<StorageItem> findItems(UUID folder, ItemFilter filter) {
        return items.of(requireNonNull(folder, "folder"), requireNonNull(filter, "filter"), true);
    }

    @Override
    public Stream<StorageItem> findItems(ItemFilter filter) {
        return items.everywhere(requireNonNull(filter, "filter"));
    }

    @Override
    public StorageItem getItem(UUID item, boolean signUrl) {
        return items.get(requireNonNull(item, "item"), signUrl);
    }

    @Override
    public List<StorageItem> getItems(Collection<UUID> wanted, boolean signUrls) {
        return items.get(list(wanted, "wanted"), signUrls);
    }

    @Override
    public StorageItem updateItem(StorageItem item, ItemUpdate update) {
        return items.update(requireNonNull(item, "item").parent(), item.uuid(), requireNonNull(update, "update"));
    }

    @Override
    public List<StorageItem> updateItems(Map<UUID, ItemUpdate> updates) {
        return items.update(new LinkedHashMap<>(requireNonNull(updates, "updates")));
    }

    @Override
    public List<StorageItem> getChildItems(StorageItem item, boolean signUrls) {
        return items.children(requireNonNull(item, "item"), signUrls);
    }

    @Override
    public ItemSummary getItemSummary(StorageItem item) {
        return items.summary(requireNonNull(item, "item"));
    }

    @Override
    public void moveItems(UUID source, Collection<UUID> moved, UUID target, boolean allowSyncedDatasetMove) {
        items.move(
                requireNonNull(source, "source"),
                list(moved, "moved"),
                requireNonNull(target, "target"),
                allowSyncedDatasetMove);
    }

    @Override
    public void deleteItems(UUID folder, Collection<UUID> deleted, boolean removeUnusedFrames) {
        items.delete(requireNonNull(folder, "folder"), list(deleted, "deleted"), removeUnusedFrames);
    }

    @Override
    public long downloadItem(UUID item, Path file) {
        requireNonNull(item, "item");
        requireNonNull(file, "file");
        return downloads.toFile(() -> signedUrl(item), file);
    }

    @Override
    public long downloadItem(StorageItem item, Path file) {
        requireNonNull(item, "item");
        requireNonNull(file, "file");
        return item.signedUrl() == null
                ? downloadItem(item.uuid(), file)
                : downloads.toFile(item.signedUrl(), () -> signedUrl(item.uuid()), file);
    }

    private String signedUrl(UUID item) {
        String signedUrl = items.get(item, true).signedUrl();
        if (signedUrl == null) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("The service has no signed URL for the item " + item + ".")
                            .withRemedy("Composed items have none; their child items have, see getChildItems."),
                    null);
        }
        return signedUrl;
    }

    @Override
    public List<UUID> createDataGroups(UUID folder, Collection<DataGroup> groups) {
        return items.createGroups(requireNonNull(folder, "folder"), list(groups, "groups"));
    }

    @Override
    public void migrateItems(CloudMigration migration) {
        items.migrate(requireNonNull(migration, "migration"));
    }

    @Override
    public Operation<List<UUID>> reEncodeItems(Collection<UUID> videos, String title, boolean force) {
        return itemReEncoding(items.startReEncoding(list(videos, "videos"), Arguments.text(title, "title"), force));
    }

    @Override
    public Operation<List<UUID>> itemReEncoding(UUID job) {
        return items.reEncoding(requireNonNull(job, "job"));
    }

    @Override
    public UploadReport<UploadedItem> upload(
            UUID folder, ItemType itemType, Collection<Path> files, UploadOptions options) {
        requireNonNull(folder, "folder");
        requireNonNull(options, "options");
        Kind kind = kind(requireNonNull(itemType, "itemType"));
        List<LocalFile> local = LocalFile.checkAll(list(files, "files"));
        UploadOptions own = options.toBuilder()
                .createVideo(itemType.equals(ItemType.IMAGE_SEQUENCE))
                .build();
        List<UploadUnit> units = kind.isGroup()
                ? List.of(new UploadUnit(kind, atLeastOne(local), options.title()))
                : local.stream()
                        .map(file -> UploadUnit.of(kind, file, options.title()))
                        .toList();
        return uploads.upload(folder, units, own).throwIfFailed();
    }

    @Override
    public UploadReport<UploadedItem> uploadFolder(UUID folder, Path root, TreeOptions tree, UploadOptions options) {
        UploadOptions own =
                TreeOptions.withoutTitle(options).toBuilder().createVideo(false).build();
        return uploads.uploadTree(
                        requireNonNull(folder, "folder"),
                        requireNonNull(root, "root"),
                        requireNonNull(tree, "tree"),
                        own)
                .throwIfFailed();
    }

    private static List<LocalFile> atLeastOne(List<LocalFile> files) {
        if (files.isEmpty()) {
            throw new InvalidValueException(
                    "files", "The list of files is empty.", "A group or series needs at least one file.");
        }
        return files;
    }

    private static Kind kind(ItemType itemType) {
        return switch (itemType.value()) {
            case "video" -> Kind.VIDEO;
            case "image" -> Kind.IMAGE;
            case "audio" -> Kind.AUDIO;
            case "nifti" -> Kind.NIFTI;
            case "plainText" -> Kind.PLAIN_TEXT;
            case "pdf" -> Kind.PDF;
            case "imageGroup", "imageSequence" -> Kind.IMAGE_GROUP;
            case "dicomSeries" -> Kind.DICOM_SERIES;
            default ->
                throw InvalidValueException.outOfRange(
                        "itemType",
                        itemType.value(),
                        "video, image, audio, nifti, plainText, pdf, imageGroup, imageSequence or dicomSeries");
        };
    }

    @Override
    public Operation<FolderJobResult> startGroupingImages(
            UUID folder, Collection<StoredImageGroup> groups, boolean tolerateFailures) {
        List<StoredImageGroup> wanted = list(groups, "groups");
        if (wanted.isEmpty()) {
            throw new InvalidValueException("groups", "The list of groups is empty.", "Give at least one.");
        }
        return uploads.group(requireNonNull(folder, "folder"), wanted, tolerateFailures);
    }

    @Override
    public Operation<FolderJobResult> startAddingPrivateData(
            UUID folder, UUID integration, PrivateFiles files, PrivateDataOptions options) {
        return uploads.addPrivateData(
                requireNonNull(folder, "folder"),
                requireNonNull(integration, "integration"),
                PrivateFileList.read(requireNonNull(files, "files"), requireNonNull(options, "options")),
                options);
    }

    @Override
    public Operation<FolderJobResult> uploadJob(UUID folder, UUID job) {
        return uploads.job(requireNonNull(folder, "folder"), requireNonNull(job, "job"));
    }

    @Override
    public int cancelUploadJob(UUID folder, UUID job) {
        return uploads.cancel(requireNonNull(folder, "folder"), requireNonNull(job, "job"));
    }
}
