package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.UploadUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which item of a dataset or a folder has exactly which files. Built for one upload, since few uploads ask. */
final class LinkIndex {

    private final Map<Files, UUID> items = new HashMap<>();

    /** A group of one image is another thing than the image. */
    private record Files(boolean composed, List<String> links) {}

    static LinkIndex of(Dataset dataset) {
        LinkIndex index = new LinkIndex();
        dataset.rows().values().forEach(row -> index.add(row.item()));
        return index;
    }

    static LinkIndex of(PlatformState state, Folder folder) {
        LinkIndex index = new LinkIndex();
        folder.contents()
                .byAge()
                .forEach(place ->
                        index.add(Objects.requireNonNull(state.files().items().get(place.uuid()))
                                .item()));
        return index;
    }

    void add(StorageItem item) {
        items.put(
                new Files(
                        !(item.content() instanceof StoredFile), item.content().links()),
                item.uuid());
    }

    @Nullable
    UUID find(UploadUnit unit) {
        return items.get(new Files(!(unit instanceof UploadUnit.Single), unit.links()));
    }
}
