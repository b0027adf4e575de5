package io.encord4j.fake.internal.platform.model;

import java.util.ArrayList;
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
    public ImageGroup with(int index, StoredFile file) {
        GroupImage image = images.get(index);
        List<GroupImage> changed = new ArrayList<>(images);
        changed.set(index, new GroupImage(image.hash(), image.title(), file, image.createdAt(), image.lastEditedAt()));
        return new ImageGroup(changed, sequence);
    }

    @Override
    public List<StoredFile> files() {
        return images.stream().map(GroupImage::file).toList();
    }
}
