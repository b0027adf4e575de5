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
 * @param hash names the row
 * @param title as shown to users
 * @param item what backs the row
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
     * @param hash names the row
     * @param title as shown to users
     * @param item what backs the row
     * @param createdAt when the row was made
     * @param clientMetadata the customer's own data, or null
     * @return the row
     */
    public static DataRow fresh(
            String hash,
            String title,
            StorageItem item,
            Instant createdAt,
            @Nullable Map<String, @Nullable Object> clientMetadata) {
        return new DataRow(hash, title, item, createdAt, createdAt, clientMetadata);
    }

    /**
     * Gives the row another title.
     *
     * @param newTitle the title
     * @param at when
     * @return the row with the title
     */
    public DataRow titled(String newTitle, Instant at) {
        return new DataRow(hash, newTitle, item, createdAt, at, clientMetadata);
    }

    /**
     * Replaces the metadata as a whole.
     *
     * @param metadata the customer's own data
     * @param at when
     * @return the row with the metadata
     */
    public DataRow withMetadata(Map<String, @Nullable Object> metadata, Instant at) {
        return new DataRow(hash, title, item, createdAt, at, metadata);
    }

    /**
     * Replaces what is known of the item, whose files may have changed.
     *
     * @param changed the same item
     * @return the row with it
     */
    public DataRow backedBy(StorageItem changed) {
        return new DataRow(hash, title, changed, createdAt, lastEditedAt, clientMetadata);
    }

    /**
     * Tells the kind of data.
     *
     * @return the kind of the item
     */
    public FakeDataType type() {
        return item.type();
    }
}
