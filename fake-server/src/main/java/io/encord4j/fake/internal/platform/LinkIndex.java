package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which row of a dataset has exactly which files. Built for one upload, since few uploads ask. */
final class LinkIndex {

    private final Map<List<String>, DataRow> rows = new HashMap<>();

    LinkIndex(Dataset dataset) {
        dataset.rows().values().forEach(this::add);
    }

    void add(DataRow row) {
        rows.put(row.item().content().links(), row);
    }

    @Nullable
    DataRow find(List<String> links) {
        return rows.get(links);
    }
}
