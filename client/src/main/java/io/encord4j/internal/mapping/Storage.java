package io.encord4j.internal.mapping;

import com.squareup.moshi.JsonAdapter;
import io.encord4j.DatasetUserRole;
import io.encord4j.FolderGroup;
import io.encord4j.FolderSummary;
import io.encord4j.ItemSummary;
import io.encord4j.ItemType;
import io.encord4j.StorageFolder;
import io.encord4j.StorageItem;
import io.encord4j.wire.json.FreeFormJson;
import io.encord4j.wire.model.WireFolderGroup;
import io.encord4j.wire.model.WireFolderSummary;
import io.encord4j.wire.model.WireItemSummary;
import io.encord4j.wire.model.WireStorageFolder;
import io.encord4j.wire.model.WireStorageFolderRole;
import io.encord4j.wire.model.WireStorageItem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folders and items. */
public final class Storage {
    /** What nearly all items have. */
    private static final String NO_METADATA = "{}";

    private static final JsonAdapter<Object> JSON = new FreeFormJson().nullSafe();

    private Storage() {}

    public static StorageFolder folder(WireStorageFolder wire) {
        return new StorageFolder(
                wire.uuid(),
                wire.parent(),
                wire.name(),
                wire.description(),
                metadata(wire.clientMetadata()),
                wire.owner(),
                wire.createdAt(),
                wire.lastEditedAt(),
                role(wire.userRole()),
                wire.syncedDatasetHash(),
                present(wire.pathToRoot()).stream()
                        .map(step -> new StorageFolder.PathElement(
                                step.uuid(), step.parentUuid(), step.name(), step.syncedDatasetHash()))
                        .toList());
    }

    public static StorageItem item(WireStorageItem wire) {
        Map<String, @Nullable Object> metadata = metadata(wire.clientMetadata());
        return new StorageItem(
                wire.uuid(),
                wire.parent(),
                new ItemType(wire.itemType().value()),
                wire.name(),
                metadata == null ? Map.of() : metadata,
                wire.owner(),
                wire.createdAt(),
                wire.lastEditedAt(),
                wire.backedDataUnitsCount(),
                Boolean.TRUE.equals(wire.isTombstone()),
                Boolean.TRUE.equals(wire.isPlaceholder()),
                wire.storageLocation() == null ? null : wire.storageLocation().value(),
                wire.integrationHash(),
                new StorageItem.Media(
                        wire.fileSize(),
                        wire.mimeType(),
                        wire.width(),
                        wire.height(),
                        wire.fps(),
                        wire.duration(),
                        wire.frameCount(),
                        wire.audioSampleRate(),
                        wire.audioBitDepth(),
                        wire.audioCodec(),
                        wire.audioNumChannels(),
                        wire.dicomStudyUid(),
                        wire.dicomSeriesUid(),
                        wire.dicomInstanceUid()),
                wire.url(),
                wire.signedUrl());
    }

    public static FolderSummary summary(WireFolderSummary wire) {
        Map<ItemType, Integer> items = new LinkedHashMap<>();
        items.put(ItemType.VIDEO, wire.videos());
        items.put(ItemType.IMAGE, wire.images());
        items.put(ItemType.IMAGE_GROUP, wire.imageGroups());
        items.put(ItemType.IMAGE_SEQUENCE, wire.imageSequences());
        items.put(ItemType.DICOM_FILE, wire.dicomFiles());
        items.put(ItemType.DICOM_SERIES, wire.dicomSeries());
        items.put(ItemType.NIFTI, wire.niftis());
        items.put(ItemType.AUDIO, wire.audios());
        items.put(ItemType.PDF, wire.pdfs());
        items.put(ItemType.PLAIN_TEXT, wire.plainTexts());
        return new FolderSummary(
                wire.folders(), items, wire.files(), wire.tombstones(), wire.uploadJobs(), wire.totalSize());
    }

    public static ItemSummary summary(WireItemSummary wire) {
        return new ItemSummary(
                wire.frameInGroups(),
                wire.accessibleGroupItems().stream()
                        .map(group -> new ItemSummary.Group(
                                group.uuid(),
                                group.name(),
                                group.parentUuid(),
                                group.itemType() == null
                                        ? null
                                        : new ItemType(group.itemType().value())))
                        .toList(),
                wire.usedInDatasets(),
                wire.accessibleDatasets().stream()
                        .map(use -> new ItemSummary.Use(
                                use.datasetHash(), use.title(), present(use.dataHashes()), use.dataUnitsCreatedAt()))
                        .toList());
    }

    public static FolderGroup group(WireFolderGroup wire) {
        return new FolderGroup(
                wire.groupHash(),
                wire.name(),
                wire.description(),
                wire.createdAt(),
                Boolean.TRUE.equals(wire.isSameOrganisation()),
                role(wire.userRole()));
    }

    private static @Nullable DatasetUserRole role(@Nullable WireStorageFolderRole wire) {
        return wire == null ? null : DatasetUserRole.ofValue(wire.value());
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Metadata as text, the form in which a folder is created. */
    public static @Nullable String text(@Nullable Map<String, @Nullable Object> metadata) {
        return metadata == null ? null : JSON.toJson(metadata);
    }

    /** Metadata arrives as the text of a JSON object. What is none cannot be read, and is no reason to lose the rest. */
    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, @Nullable Object> metadata(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.equals(NO_METADATA)) {
            return Map.of();
        }
        try {
            return JSON.fromJson(text) instanceof Map<?, ?> object ? (Map<String, @Nullable Object>) object : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
