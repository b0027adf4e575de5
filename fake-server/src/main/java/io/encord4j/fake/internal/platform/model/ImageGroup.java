package io.encord4j.fake.internal.platform.model;

import java.util.List;

/**
 * Images in the order of their frames.
 *
 * @param images at least one
 * @param sequence whether a video is made of them, which needs one size for all
 */
public record ImageGroup(List<GroupImage> images, boolean sequence) implements ItemContent {

    public ImageGroup {
        images = List.copyOf(images);
    }

    @Override
    public List<StoredFile> files() {
        return images.stream().map(GroupImage::file).toList();
    }
}
