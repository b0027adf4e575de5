package io.encord4j;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image group to make of images that are in the storage already.
 *
 * @param title its name
 * @param images the items of the images, in the order of the frames; at least one
 * @param createVideo whether it becomes an image sequence, which has a video and wants images of one size
 * @param clientMetadata the caller's own data, perhaps empty
 */
public record StoredImageGroup(
        String title, List<UUID> images, boolean createVideo, Map<String, @Nullable Object> clientMetadata) {
    /**
     * Checks and copies what is given.
     *
     * @throws InvalidValueException if the title is blank, or there are no images
     */
    public StoredImageGroup {
        if (Arguments.text(title, "title").isBlank()) {
            throw new InvalidValueException("title", "The title of the group is blank.", "Give it one.");
        }
        images = Arguments.list(images, "images");
        if (images.isEmpty()) {
            throw new InvalidValueException("images", "The list of images is empty.", "A group needs at least one.");
        }
        clientMetadata = Arguments.json(clientMetadata, "clientMetadata");
    }

    /**
     * An image group without metadata and without a video.
     *
     * @param title its name
     * @param images the items of the images, in the order of the frames; at least one
     * @throws InvalidValueException if the title is blank, or there are no images
     */
    public StoredImageGroup(String title, List<UUID> images) {
        this(title, images, false, Map.of());
    }
}
