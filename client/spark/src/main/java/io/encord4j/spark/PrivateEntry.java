package io.encord4j.spark;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One object in the user's cloud, as a row of the input describes it.
 *
 * @param url where it is
 * @param kind what it becomes, or becomes a part of
 * @param title its title, or that of its group; null for the service's default
 * @param group the key that the parts of one group share; null for a single object
 * @param position its place in the group
 * @param metadata JSON text; null for none
 */
record PrivateEntry(
        String url,
        PrivateKind kind,
        @Nullable String title,
        @Nullable String group,
        int position,
        @Nullable String metadata)
        implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;
}
