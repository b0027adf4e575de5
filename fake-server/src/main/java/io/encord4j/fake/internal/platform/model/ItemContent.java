package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.FakeStorageLocation;
import java.util.List;

/** The files behind a storage item. */
public sealed interface ItemContent permits StoredFile, ImageGroup, DicomSeries, DataGroup {

    /**
     * Lists the files in their order.
     *
     * @return at least one file, save in a data group, which has none
     */
    List<StoredFile> files();

    /**
     * Tells where the files are kept.
     *
     * @return the location of the first file
     */
    default FakeStorageLocation location() {
        return files().get(0).location();
    }

    /**
     * Replaces one of the files.
     *
     * @param index which of {@link #files}
     * @param file what takes its place
     * @return the same content with it
     */
    ItemContent with(int index, StoredFile file);

    /**
     * Lists where the files are, in their order; two items are duplicates when these lists are equal.
     *
     * @return object keys or URLs
     */
    default List<String> links() {
        return files().stream().map(StoredFile::link).toList();
    }
}
