package io.encord4j.internal.mapping;

import io.encord4j.DataRow;
import io.encord4j.DataRowFilter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Applies a filter here, for a service that knows none. */
public final class RowMatch implements Predicate<DataRow> {
    private final DataRowFilter filter;
    private final @Nullable LikePattern titleLike;
    private final @Nullable Set<String> hashes;

    /**
     * Makes the predicate.
     */
    public RowMatch(DataRowFilter filter) {
        this.filter = filter;
        this.titleLike = filter.titleLike() == null ? null : new LikePattern(filter.titleLike());
        List<String> wanted = filter.dataHashes();
        this.hashes = wanted == null ? null : Set.copyOf(wanted);
    }

    @Override
    public boolean test(DataRow row) {
        String title = row.title();
        Instant created = row.createdAt();
        String titleEq = filter.titleEq();
        Instant before = filter.createdBefore();
        Instant after = filter.createdAfter();
        var types = filter.dataTypes();
        return (titleEq == null || titleEq.equals(title))
                && (titleLike == null || (title != null && titleLike.matches(title)))
                && (before == null || (created != null && created.isBefore(before)))
                && (after == null || (created != null && created.isAfter(after)))
                && (types == null || (row.dataType() != null && types.contains(row.dataType())))
                && (hashes == null || hashes.contains(row.dataHash()));
    }
}
