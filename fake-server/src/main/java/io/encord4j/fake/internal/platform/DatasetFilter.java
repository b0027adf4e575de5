package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.Dataset;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which datasets to list. All that is given must hold.
 *
 * @param description the description; a missing one matches no text
 * @param edited when its rows changed last
 */
public record DatasetFilter(TextFilter title, TextFilter description, TimeFilter created, TimeFilter edited) {

    /** All datasets. */
    public static final DatasetFilter ANY =
            new DatasetFilter(TextFilter.ANY, TextFilter.ANY, TimeFilter.ANY, TimeFilter.ANY);

    Predicate<Dataset> matcher(boolean ignoreCase) {
        Predicate<@Nullable String> titles = title.matcher(ignoreCase);
        Predicate<@Nullable String> descriptions = description.matcher(ignoreCase);
        return dataset -> titles.test(dataset.title())
                && descriptions.test(dataset.description())
                && created.accepts(dataset.createdAt())
                && edited.accepts(dataset.lastEditedAt());
    }
}
