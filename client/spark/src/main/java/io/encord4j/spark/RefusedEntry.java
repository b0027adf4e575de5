package io.encord4j.spark;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.encord4j.UnitError;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * What the service did not take, and why.
 *
 * @param objectUrl the object in the user's cloud; null for a file
 * @param title the title of a file; null for an object
 * @param error what the service said; empty if it said nothing
 * @param job the upload job that said it; null if it is part of the error
 */
record RefusedEntry(
        @JsonProperty("object_url") @Nullable String objectUrl,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("error") String error,
        @JsonProperty("job") @Nullable String job) {
    static final StructType SCHEMA = new StructType()
            .add("object_url", DataTypes.StringType)
            .add("title", DataTypes.StringType)
            .add("error", DataTypes.StringType, false)
            .add("job", DataTypes.StringType);

    /** One entry for each object of a unit. */
    static List<RefusedEntry> of(UnitError error, String job) {
        return error.objectUrls().stream()
                .map(url -> new RefusedEntry(url, null, Objects.requireNonNullElse(error.error(), ""), job))
                .toList();
    }

    InternalRow values() {
        return new GenericInternalRow(new @Nullable Object[] {
            UTF8String.fromString(objectUrl),
            UTF8String.fromString(title),
            UTF8String.fromString(error),
            UTF8String.fromString(job)
        });
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(objectUrl == null ? title : objectUrl, error);
    }
}
