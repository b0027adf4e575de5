package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.FakeStorageLocation;
import java.util.List;

/** The files behind a storage item. */
public sealed interface ItemContent permits StoredFile, ImageGroup, DicomSeries {

    /** Lists the files in their order. */
    List<StoredFile> files();

    /** Returns where the files are kept. */
    default FakeStorageLocation location() {
        return files().get(0).location();
    }

    /** Lists where the files are, in their order; two items are duplicates when these lists are equal. */
    default List<String> links() {
        return files().stream().map(StoredFile::link).toList();
    }
}
