package io.encord4j.internal.mapping;

import io.encord4j.DataRow;
import io.encord4j.DataType;
import io.encord4j.Dataset;
import io.encord4j.ImageInfo;
import io.encord4j.StorageLocation;
import io.encord4j.wire.model.WireDataRow;
import io.encord4j.wire.model.WireDatasetWithRows;
import io.encord4j.wire.model.WireImageData;
import io.encord4j.wire.model.WireStorageLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Datasets with their rows. */
public final class Rows {
    private Rows() {}

    /**
     * A dataset.
     *
     * @param wire what came
     * @param datasetHash its hash, for a service that does not repeat it
     */
    public static Dataset dataset(WireDatasetWithRows wire, String datasetHash) {
        List<WireDataRow> rows = wire.dataRows();
        return new Dataset(
                wire.datasetHash() == null ? datasetHash : wire.datasetHash(),
                wire.title(),
                wire.description(),
                wire.datasetType() == null
                        ? null
                        : StorageLocation.ofWireName(wire.datasetType().value()),
                wire.backingFolderUuid(),
                rows == null ? List.of() : rows.stream().map(Rows::row).toList());
    }

    /** A row. */
    public static DataRow row(WireDataRow wire) {
        List<WireImageData> images = wire.imagesData();
        return new DataRow(
                wire.dataHash(),
                wire.dataTitle(),
                wire.dataType() == null ? null : new DataType(wire.dataType().value()),
                wire.createdAt(),
                wire.lastEditedAt(),
                wire.width().value(),
                wire.height().value(),
                wire.fileLink().value(),
                bytes(wire.fileSize().value()),
                wire.fileType().value(),
                location(wire.storageLocation()),
                wire.framesPerSecond().value(),
                wire.duration().value(),
                wire.clientMetadata(),
                wire.signedUrl(),
                wire.isOptimisedImageGroup(),
                wire.backingItemUuid(),
                images == null ? null : images.stream().map(Rows::image).toList());
    }

    /** Rows in the order that they came in. */
    public static List<DataRow> rows(List<WireDataRow> wire) {
        return wire.stream().map(Rows::row).toList();
    }

    private static ImageInfo image(WireImageData wire) {
        return new ImageInfo(
                wire.imageHash(),
                wire.title(),
                wire.fileLink(),
                wire.fileType(),
                bytes(wire.fileSize()),
                location(wire.storageLocation()),
                wire.createdAt(),
                wire.lastEditedAt(),
                wire.width(),
                wire.height(),
                wire.signedUrl());
    }

    static @Nullable StorageLocation location(@Nullable WireStorageLocation wire) {
        return wire == null ? null : StorageLocation.ofCode(wire.value());
    }

    private static @Nullable Long bytes(@Nullable Double size) {
        return size == null ? null : Math.round(size);
    }
}
