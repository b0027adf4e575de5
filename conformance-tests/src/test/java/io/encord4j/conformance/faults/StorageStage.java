package io.encord4j.conformance.faults;

import io.encord4j.DatasetUserRole;
import io.encord4j.EncordStorage;
import io.encord4j.FolderJobResult;
import io.encord4j.FolderOptions;
import io.encord4j.ItemType;
import io.encord4j.Operation;
import io.encord4j.PrivateDataOptions;
import io.encord4j.PrivateFiles;
import io.encord4j.StorageFolder;
import io.encord4j.UploadOptions;
import io.encord4j.UploadedItem;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the operations of the storage work on.
 *
 * @param shelf a folder with items, a subfolder and a group that may open it
 * @param empty the subfolder
 * @param other another folder at the top
 * @param synced a folder that follows a bucket
 * @param picture an image of the shelf
 * @param film a video of the shelf
 * @param group an image group of the shelf
 * @param uploadJob a job that has brought private data into the shelf
 * @param reEncoding a re-encoding of the video
 * @param sync a run of the synced folder
 */
record StorageStage(
        UUID shelf,
        UUID empty,
        UUID other,
        UUID synced,
        UUID picture,
        UUID film,
        UUID group,
        UUID uploadJob,
        UUID reEncoding,
        UUID sync) {

    static final String FILE = "https://bucket.test/film.mp4";
    static final PrivateFiles FILES = PrivateFiles.builder().video(FILE).build();

    static StorageStage set(EncordStorage storage, UUID integration, UUID memberGroup, Path film, Path picture) {
        UUID shelf = storage.createFolder("shelf").uuid();
        UUID empty = storage.createFolder(
                        "empty", FolderOptions.builder().parent(shelf).build())
                .uuid();
        StorageFolder synced = storage.createFolder(
                "synced",
                FolderOptions.builder()
                        .integrationUuid(integration)
                        .remoteUrl("s3://bucket/path/")
                        .build());
        storage.addFolderGroups(shelf, List.of(memberGroup), DatasetUserRole.USER);
        UUID video = only(storage, shelf, ItemType.VIDEO, film);
        Operation<FolderJobResult> added =
                storage.startAddingPrivateData(shelf, integration, FILES, PrivateDataOptions.ofDefaults());
        added.await(Duration.ofSeconds(30)).orThrow();
        return new StorageStage(
                shelf,
                empty,
                storage.createFolder("other").uuid(),
                synced.uuid(),
                only(storage, shelf, ItemType.IMAGE, picture),
                video,
                only(storage, shelf, ItemType.IMAGE_GROUP, picture),
                UUID.fromString(added.id()),
                UUID.fromString(
                        storage.reEncodeItems(List.of(video), "again", false).id()),
                UUID.fromString(storage.startFolderSync(synced.uuid()).id()));
    }

    private static UUID only(EncordStorage storage, UUID folder, ItemType type, Path file) {
        List<UploadedItem> items = storage.upload(folder, type, List.of(file), UploadOptions.ofDefaults())
                .created();
        return items.get(0).itemUuid();
    }

    /** Everything of the folders that a caller can see, without ids and times. */
    static String state(PlatformState state) {
        return state.files().folders().byUuid().values().stream()
                        .map(folder -> state(state, folder))
                        .sorted()
                        .collect(Collectors.joining("; ", "folders ", "; "))
                + "encodings " + state.files().folders().encodings().size();
    }

    private static String state(PlatformState state, Folder folder) {
        Folder parent = state.files().folders().find(folder.parent());
        return "%s in %s, groups %s, jobs %d, holding %s"
                .formatted(
                        folder.about().name(),
                        parent == null ? "nothing" : parent.about().name(),
                        folder.groups().values(),
                        folder.uploadJobs(),
                        folder.contents().byName().stream()
                                .map(place -> state.files().items().get(place.uuid()))
                                .map(StorageStage::state)
                                .sorted()
                                .toList());
    }

    private static String state(SharedItem item) {
        String name = item.about().name().replaceFirst("(image-group-|data-group-).*", "$1");
        String url = item.item().content() instanceof StoredFile file && !file.isHosted() ? file.link() : "hosted";
        return name + " " + item.item().kind() + " " + url + " " + item.about().metadata();
    }
}
