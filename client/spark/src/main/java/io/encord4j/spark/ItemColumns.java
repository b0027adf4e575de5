package io.encord4j.spark;

import static io.encord4j.spark.Column.json;
import static io.encord4j.spark.Column.plain;
import static io.encord4j.spark.Column.text;
import static io.encord4j.spark.Column.time;

import io.encord4j.StorageItem;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** The columns of the items of a storage folder. */
final class ItemColumns {
    static final String UUID = "uuid";
    static final String NAME = "name";
    static final String ITEM_TYPE = "item_type";
    static final String SIGNED_URL = "signed_url";

    static final List<Column<StorageItem>> ALL = List.of(
            text(UUID, StorageItem::uuid),
            text("parent", StorageItem::parent),
            text(ITEM_TYPE, item -> item.itemType().value()),
            text(NAME, StorageItem::name),
            json("client_metadata", StorageItem::clientMetadata),
            text("owner", StorageItem::owner),
            time("created_at", StorageItem::createdAt),
            time("last_edited_at", StorageItem::lastEditedAt),
            plain("backed_data_units_count", DataTypes.IntegerType, StorageItem::linkedRows),
            plain("is_tombstone", DataTypes.BooleanType, StorageItem::tombstone),
            plain("is_placeholder", DataTypes.BooleanType, StorageItem::placeholder),
            text("storage_location", StorageItem::location),
            text("integration_hash", StorageItem::integrationUuid),
            text("url", StorageItem::url),
            plain("file_size", DataTypes.LongType, item -> item.media().fileSize()),
            text("mime_type", item -> item.media().mimeType()),
            plain("width", DataTypes.IntegerType, item -> item.media().width()),
            plain("height", DataTypes.IntegerType, item -> item.media().height()),
            plain("fps", DataTypes.DoubleType, item -> item.media().framesPerSecond()),
            plain("duration", DataTypes.DoubleType, item -> item.media().duration()),
            plain("frame_count", DataTypes.IntegerType, item -> item.media().frameCount()),
            plain(
                    "audio_sample_rate",
                    DataTypes.IntegerType,
                    item -> item.media().audioSampleRate()),
            plain("audio_bit_depth", DataTypes.IntegerType, item -> item.media().audioBitDepth()),
            text("audio_codec", item -> item.media().audioCodec()),
            plain(
                    "audio_num_channels",
                    DataTypes.IntegerType,
                    item -> item.media().audioChannels()),
            text("dicom_study_uid", item -> item.media().dicomStudyUid()),
            text("dicom_series_uid", item -> item.media().dicomSeriesUid()),
            text("dicom_instance_uid", item -> item.media().dicomInstanceUid()),
            text(SIGNED_URL, StorageItem::signedUrl));

    private ItemColumns() {}
}
