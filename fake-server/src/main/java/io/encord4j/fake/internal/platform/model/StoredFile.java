package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.FakeStorageLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file, hosted or in a customer's bucket.
 *
 * @param link the object key of a hosted file, the full URL of any other
 * @param blob the bytes of a hosted file, null for any other
 * @param size bytes, or null if unknown
 * @param facts what is known about its content
 */
public record StoredFile(
        FakeStorageLocation location,
        String link,
        @Nullable Blob blob,
        @Nullable Long size,
        MediaFacts facts) implements ItemContent {

    /** Returns whether the platform has the bytes. */
    public boolean isHosted() {
        return blob != null;
    }

    @Override
    public StoredFile with(int index, StoredFile file) {
        return file;
    }

    @Override
    public List<StoredFile> files() {
        return List.of(this);
    }
}
