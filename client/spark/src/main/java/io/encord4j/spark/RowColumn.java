package io.encord4j.spark;

import io.encord4j.DataRow;
import io.encord4j.ImageInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** A column of the rows of a dataset: the keys of a row on the wire, with the types of Spark. */
@SuppressWarnings("ImmutableEnumChecker") // Types of Spark do not change, though they do not say so.
enum RowColumn {
    DATA_HASH(DataTypes.StringType, (row, type) -> text(row.dataHash())),
    DATA_TITLE(DataTypes.StringType, (row, type) -> text(row.title())),
    DATA_TYPE(
            DataTypes.StringType,
            (row, type) -> row.dataType() == null ? null : text(row.dataType().value())),
    CREATED_AT(DataTypes.TimestampType, (row, type) -> micros(row.createdAt())),
    LAST_EDITED_AT(DataTypes.TimestampType, (row, type) -> micros(row.lastEditedAt())),
    WIDTH(DataTypes.IntegerType, (row, type) -> row.width()),
    HEIGHT(DataTypes.IntegerType, (row, type) -> row.height()),
    FILE_LINK(DataTypes.StringType, (row, type) -> text(row.fileLink())),
    FILE_SIZE(DataTypes.LongType, (row, type) -> row.fileSize()),
    FILE_TYPE(DataTypes.StringType, (row, type) -> text(row.fileType())),
    STORAGE_LOCATION(
            DataTypes.StringType,
            (row, type) -> row.storageLocation() == null
                    ? null
                    : text(row.storageLocation().wireName())),
    FRAMES_PER_SECOND(DataTypes.DoubleType, (row, type) -> row.framesPerSecond()),
    DURATION(DataTypes.DoubleType, (row, type) -> row.duration()),
    IS_OPTIMISED_IMAGE_GROUP(DataTypes.BooleanType, (row, type) -> row.optimisedImageGroup()),
    BACKING_ITEM_UUID(
            DataTypes.StringType,
            (row, type) -> row.backingItemUuid() == null
                    ? null
                    : text(row.backingItemUuid().toString())),
    CLIENT_METADATA(DataTypes.StringType, (row, type) -> JsonValues.value(row.clientMetadata(), type)),
    SIGNED_URL(DataTypes.StringType, (row, type) -> text(row.signedUrl())),
    IMAGES_DATA(Images.TYPE, (row, type) -> Images.of(row));

    private final DataType type;

    private final BiFunction<DataRow, DataType, @Nullable Object> value;

    RowColumn(DataType type, BiFunction<DataRow, DataType, @Nullable Object> value) {
        this.type = type;
        this.value = value;
    }

    String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the column is in no listing, so that each row is asked for once more. */
    boolean costsACallARow() {
        return this == SIGNED_URL || this == IMAGES_DATA;
    }

    @Nullable
    Object value(DataRow row, DataType wanted) {
        return value.apply(row, wanted);
    }

    static StructType schema() {
        return new StructType(Arrays.stream(values())
                .map(column -> new StructField(column.columnName(), column.type, column != DATA_HASH, Metadata.empty()))
                .toArray(StructField[]::new));
    }

    /** The columns of a schema, in its order. */
    static List<RowColumn> of(StructType schema) {
        return Arrays.stream(schema.fields()).map(RowColumn::of).toList();
    }

    private static RowColumn of(StructField field) {
        Optional<RowColumn> column = Arrays.stream(values())
                .filter(one -> one.columnName().equalsIgnoreCase(field.name()))
                .findFirst();
        RowColumn found = column.orElseThrow(
                () -> new IllegalArgumentException("Rows of a dataset have no column \"%s\". Their columns are %s."
                        .formatted(field.name(), String.join(", ", schema().fieldNames()))));
        if (found != CLIENT_METADATA && !found.type.sameType(field.dataType())) {
            throw new IllegalArgumentException("The column \"%s\" is %s, and cannot be read as %s."
                    .formatted(
                            field.name(),
                            found.type.simpleString(),
                            field.dataType().simpleString()));
        }
        return found;
    }

    private static @Nullable UTF8String text(@Nullable String text) {
        return UTF8String.fromString(text);
    }

    private static @Nullable Long micros(@Nullable Instant time) {
        return time == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** The images of a group. */
    private static final class Images {
        private static final StructType IMAGE = new StructType()
                .add("image_hash", DataTypes.StringType)
                .add("title", DataTypes.StringType)
                .add("file_link", DataTypes.StringType)
                .add("file_type", DataTypes.StringType)
                .add("file_size", DataTypes.LongType)
                .add("width", DataTypes.IntegerType)
                .add("height", DataTypes.IntegerType)
                .add("signed_url", DataTypes.StringType);
        static final DataType TYPE = DataTypes.createArrayType(IMAGE);

        private Images() {}

        static @Nullable GenericArrayData of(DataRow row) {
            return row.images() == null
                    ? null
                    : new GenericArrayData(row.images().stream().map(Images::of).toArray());
        }

        private static InternalRow of(ImageInfo image) {
            return new GenericInternalRow(new @Nullable Object[] {
                text(image.imageHash()),
                text(image.title()),
                text(image.fileLink()),
                text(image.fileType()),
                image.fileSize(),
                image.width(),
                image.height(),
                text(image.signedUrl())
            });
        }
    }
}
