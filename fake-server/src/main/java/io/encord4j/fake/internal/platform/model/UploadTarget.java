package io.encord4j.fake.internal.platform.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an upload job adds things. */
public sealed interface UploadTarget {

    /** Names the folder that is asked for; null for the backing folder of a mirror dataset. */
    @Nullable
    UUID folder();

    /** Tells whether it has not been deleted. */
    default boolean isThere(PlatformState state) {
        return folder() == null || state.files().folders().find(folder()) != null;
    }

    /** A dataset, which gets rows for items that lie in the folder. */
    record OfDataset(String hash, @Nullable UUID folder) implements UploadTarget {}

    /** A folder. */
    record OfFolder(UUID folder) implements UploadTarget {}

    /** A cloud-synced folder, which becomes as its bucket is. */
    record OfSync(UUID folder) implements UploadTarget {}
}
