package io.encord4j.spark;

import static io.encord4j.spark.Column.json;
import static io.encord4j.spark.Column.plain;
import static io.encord4j.spark.Column.text;
import static io.encord4j.spark.Column.time;

import io.encord4j.DataRow;
import io.encord4j.ImageInfo;
import io.encord4j.StorageLocation;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The columns of the rows of a dataset. */
final class RowColumns {
    static final String DATA_HASH = "data_hash";
    static final String DATA_TITLE = "data_title";
    static final String DATA_TYPE = "data_type";
    static final String CREATED_AT = "created_at";
    static final String CLIENT_METADATA = "client_metadata";
    static final String SIGNED_URL = "signed_url";
    static final String IMAGES_DATA = "images_data";

    private static final StructType IMAGE = new StructType()
            .add("image_hash", DataTypes.StringType)
            .add("title", DataTypes.StringType)
            .add("file_link", DataTypes.StringType)
            .add("file_type", DataTypes.StringType)
            .add("file_size", DataTypes.LongType)
            .add("width", DataTypes.IntegerType)
            .add("height", DataTypes.IntegerType)
            .add("signed_url", DataTypes.StringType);

    private static final DataType IMAGES = DataTypes.createArrayType(IMAGE);

    static final List<Column<DataRow>> ALL = List.of(
            text(DATA_HASH, DataRow::dataHash),
            text(DATA_TITLE, DataRow::title),
            text(DATA_TYPE, RowColumns::dataType),
            time(CREATED_AT, DataRow::createdAt),
            time("last_edited_at", DataRow::lastEditedAt),
            plain("width", DataTypes.IntegerType, DataRow::width),
            plain("height", DataTypes.IntegerType, DataRow::height),
            text("file_link", DataRow::fileLink),
            plain("file_size", DataTypes.LongType, DataRow::fileSize),
            text("file_type", DataRow::fileType),
            text("storage_location", row -> {
                StorageLocation location = row.storageLocation();
                return location == null ? null : location.wireName();
            }),
            plain("frames_per_second", DataTypes.DoubleType, DataRow::framesPerSecond),
            plain("duration", DataTypes.DoubleType, DataRow::duration),
            plain("is_optimised_image_group", DataTypes.BooleanType, DataRow::optimisedImageGroup),
            text("backing_item_uuid", DataRow::backingItemUuid),
            json(CLIENT_METADATA, DataRow::clientMetadata),
            text(SIGNED_URL, DataRow::signedUrl),
            plain(IMAGES_DATA, IMAGES, RowColumns::images));

    private RowColumns() {}

    private static @Nullable Object dataType(DataRow row) {
        io.encord4j.DataType type = row.dataType();
        return type == null ? null : type.value();
    }

    private static @Nullable Object images(DataRow row) {
        List<ImageInfo> images = row.images();
        return images == null
                ? null
                : new GenericArrayData(images.stream().map(RowColumns::image).toArray());
    }

    private static InternalRow image(ImageInfo image) {
        return new GenericInternalRow(new @Nullable Object[] {
            UTF8String.fromString(image.imageHash()),
            UTF8String.fromString(image.title()),
            UTF8String.fromString(image.fileLink()),
            UTF8String.fromString(image.fileType()),
            image.fileSize(),
            image.width(),
            image.height(),
            UTF8String.fromString(image.signedUrl())
        });
    }
}
