package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.FakeDataType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One unit of an upload job: what becomes a row, or several when an image group is split. */
public sealed interface UploadUnit {

    /**
     * Lists the files.
     *
     * @return the files, in order
     */
    List<FileRef> files();

    /**
     * Tells what to store with the item.
     *
     * @return the customer's own data, or null
     */
    @Nullable
    Map<String, @Nullable Object> clientMetadata();

    /**
     * Lists where the files are.
     *
     * @return object keys or URLs, in order
     */
    default List<String> links() {
        return files().stream().map(FileRef::link).toList();
    }

    /**
     * Tells what the customer wants it to be called.
     *
     * @return the title, or null for one that the platform makes up
     */
    @Nullable
    String title();

    /**
     * A row of one file.
     *
     * @param type the kind of row
     * @param file the file, without title named after the path of its URL
     * @param clientMetadata the customer's own data, or null
     */
    record Single(FakeDataType type, FileRef file, @Nullable Map<String, @Nullable Object> clientMetadata)
            implements UploadUnit {

        @Override
        public List<FileRef> files() {
            return List.of(file);
        }

        @Override
        public @Nullable String title() {
            return file.title();
        }
    }

    /**
     * An image group.
     *
     * @param images the images in frame order, at least one
     * @param title the title, or null for one that the platform makes up
     * @param createVideo whether a video is made of the images
     * @param clusterByResolution whether images of different size go to different groups
     * @param clientMetadata the customer's own data, or null
     */
    record Images(
            List<FileRef> images,
            @Nullable String title,
            boolean createVideo,
            boolean clusterByResolution,
            @Nullable Map<String, @Nullable Object> clientMetadata)
            implements UploadUnit {

        public Images {
            images = List.copyOf(images);
        }

        @Override
        public List<FileRef> files() {
            return images;
        }
    }

    /**
     * A DICOM series.
     *
     * @param files the files, at least one
     * @param title the title, or null for one that the platform makes up
     * @param clientMetadata the customer's own data, or null
     */
    record Dicom(
            List<FileRef> files,
            @Nullable String title,
            @Nullable Map<String, @Nullable Object> clientMetadata) implements UploadUnit {

        public Dicom {
            files = List.copyOf(files);
        }
    }

    /**
     * An image group of images that are there already.
     *
     * @param items the storage items of the images in frame order
     * @param title the title, or null for one that the platform makes up
     * @param createVideo whether a video is made of the images
     * @param clusterByResolution whether images of different size go to different groups
     * @param clientMetadata the customer's own data, or null
     */
    record StoredImages(
            List<UUID> items,
            @Nullable String title,
            boolean createVideo,
            boolean clusterByResolution,
            @Nullable Map<String, @Nullable Object> clientMetadata)
            implements UploadUnit {

        public StoredImages {
            items = List.copyOf(items);
        }

        @Override
        public List<FileRef> files() {
            return items.stream()
                    .map(item -> new FileRef(item.toString(), null))
                    .toList();
        }
    }

    /**
     * A unit that cannot be taken in.
     *
     * @param links what could be read of it
     * @param error what is wrong, in words
     */
    record Bad(List<String> links, String error) implements UploadUnit {

        public Bad {
            links = List.copyOf(links);
        }

        @Override
        public List<FileRef> files() {
            return links.stream().map(link -> new FileRef(link, null)).toList();
        }

        @Override
        public @Nullable Map<String, @Nullable Object> clientMetadata() {
            return null;
        }

        @Override
        public @Nullable String title() {
            return null;
        }
    }
}
