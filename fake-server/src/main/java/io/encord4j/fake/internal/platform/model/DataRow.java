package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.FakeDataType;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a dataset.
 *
 * @param createdAt when the row was made
 * @param lastEditedAt when title or metadata changed last
 * @param clientMetadata the customer's own data, or null if never set
 */
public record DataRow(
        String hash,
        String title,
        StorageItem item,
        Instant createdAt,
        Instant lastEditedAt,
        @Nullable Map<String, @Nullable Object> clientMetadata) {

    public DataRow {
        if (clientMetadata != null) {
            clientMetadata = Collections.unmodifiableMap(new LinkedHashMap<>(clientMetadata));
        }
    }

    /**
     * Makes a row that was never edited.
     *
     * @param clientMetadata the customer's own data, or null
     */
    public static DataRow fresh(
            String hash,
            String title,
            StorageItem item,
            Instant createdAt,
            @Nullable Map<String, @Nullable Object> clientMetadata) {
        return new DataRow(hash, title, item, createdAt, createdAt, clientMetadata);
    }

    /** Returns the row another title. */
    public DataRow titled(String newTitle, Instant at) {
        return new DataRow(hash, newTitle, item, createdAt, at, clientMetadata);
    }

    /** Replaces the metadata as a whole. */
    public DataRow withMetadata(Map<String, @Nullable Object> metadata, Instant at) {
        return new DataRow(hash, title, item, createdAt, at, metadata);
    }

    /** Returns the kind of data. */
    public FakeDataType type() {
        return item.type();
    }
}
