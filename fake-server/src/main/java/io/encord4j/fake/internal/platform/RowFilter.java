package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.DataRow;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows to list; all that is given must hold.
 *
 * @param created when the row was made
 * @param dataTypes names of data types, or null for any; an empty set matches nothing
 * @param dataHashes hashes of rows, or null for any; an empty set matches nothing
 */
public record RowFilter(
        TextFilter title,
        TimeFilter created,
        @Nullable Set<String> dataTypes,
        @Nullable Set<String> dataHashes) {

    /** All rows. */
    public static final RowFilter ANY = new RowFilter(TextFilter.ANY, TimeFilter.ANY, null, null);

    public RowFilter {
        dataTypes = dataTypes == null ? null : Set.copyOf(dataTypes);
        dataHashes = dataHashes == null ? null : Set.copyOf(dataHashes);
    }

    Predicate<DataRow> matcher(boolean ignoreCase) {
        Predicate<@Nullable String> titles = title.matcher(ignoreCase);
        return row -> (dataHashes == null || dataHashes.contains(row.hash()))
                && (dataTypes == null || dataTypes.contains(row.type().name()))
                && created.accepts(row.createdAt())
                && titles.test(row.title());
    }
}
