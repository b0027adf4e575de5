package io.encord4j.fake.internal.platform.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody wants to add.
 *
 * @param link its object key or URL
 * @param title its name, or null for one made of the link
 * @param declared what the customer says about the medium, which is believed
 * @param declaredSize bytes as the customer says, or null
 * @param placeholder the item that was promised with its signed URL, which then takes the place of the link, or null
 */
public record FileRef(
        String link,
        @Nullable String title,
        MediaFacts declared,
        @Nullable Long declaredSize,
        @Nullable UUID placeholder) {

    /**
     * Names a file of which nothing is said.
     *
     * @param link its object key or URL
     * @param title its name, or null
     */
    public FileRef(String link, @Nullable String title) {
        this(link, title, MediaFacts.UNKNOWN, null, null);
    }
}
