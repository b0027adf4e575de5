package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.FakeStorageLocation;
import java.time.Instant;
import java.util.UUID;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentList;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * A dataset with everything in it.
 *
 * @param description may be null or empty
 * @param location where its files are kept
 * @param owner hash of the user who made it
 * @param backingFolder the folder that the dataset mirrors, or null
 * @param lastEditedAt moves with any change of its rows
 * @param members role by user hash, the owner first
 * @param groups role by group hash
 * @param apiKeys every key ever made, in that order
 * @param rows row by hash, in the order of creation
 */
public record Dataset(
        String hash,
        String title,
        @Nullable String description,
        FakeStorageLocation location,
        String owner,
        UUID organisation,
        @Nullable UUID backingFolder,
        Instant createdAt,
        Instant lastEditedAt,
        PersistentMap<String, Role> members,
        PersistentMap<UUID, Role> groups,
        PersistentList<ApiKey> apiKeys,
        PersistentMap<String, DataRow> rows) {

    /**
     * Makes a dataset without rows, whose only member is its owner.
     *
     * @param description may be null or empty
     * @param backingFolder the folder that the dataset mirrors, or null
     */
    public static Dataset empty(
            String hash,
            String title,
            @Nullable String description,
            FakeStorageLocation location,
            User owner,
            @Nullable UUID backingFolder,
            Instant createdAt) {
        PersistentMap<String, Role> members = ExtensionsKt.persistentMapOf();
        return new Dataset(
                hash,
                title,
                description,
                location,
                owner.hash(),
                owner.organisation(),
                backingFolder,
                createdAt,
                createdAt,
                members.put(owner.hash(), Role.ADMIN),
                ExtensionsKt.persistentMapOf(),
                ExtensionsKt.persistentListOf(),
                ExtensionsKt.persistentMapOf());
    }

    /** Replaces the rows. */
    public Dataset withRows(PersistentMap<String, DataRow> changed, Instant at) {
        return new Dataset(
                hash,
                title,
                description,
                location,
                owner,
                organisation,
                backingFolder,
                createdAt,
                at,
                members,
                groups,
                apiKeys,
                changed);
    }

    /** Adds a row or replaces the one of the same hash. */
    public Dataset withRow(DataRow row, Instant at) {
        return withRows(rows.put(row.hash(), row), at);
    }

    /** Replaces the members. */
    public Dataset withMembers(PersistentMap<String, Role> changed) {
        return new Dataset(
                hash,
                title,
                description,
                location,
                owner,
                organisation,
                backingFolder,
                createdAt,
                lastEditedAt,
                changed,
                groups,
                apiKeys,
                rows);
    }

    /** Replaces the groups. */
    public Dataset withGroups(PersistentMap<UUID, Role> changed) {
        return new Dataset(
                hash,
                title,
                description,
                location,
                owner,
                organisation,
                backingFolder,
                createdAt,
                lastEditedAt,
                members,
                changed,
                apiKeys,
                rows);
    }

    /** Adds an API key. */
    public Dataset withApiKey(ApiKey key) {
        return new Dataset(
                hash,
                title,
                description,
                location,
                owner,
                organisation,
                backingFolder,
                createdAt,
                lastEditedAt,
                members,
                groups,
                apiKeys.add(key),
                rows);
    }

    /** Returns whether the dataset mirrors a storage folder. */
    public boolean isMirror() {
        return backingFolder != null;
    }

    /** Names the dataset; the rows can be millions. */
    @Override
    public String toString() {
        return "Dataset[hash=" + hash + ", title=" + title + ", rows=" + rows.size() + "]";
    }
}
