package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.FakeDataType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One unit of an upload job: what becomes a row, or several when an image group is split. */
public sealed interface UploadUnit {

    /** Lists the files. */
    List<String> links();

    /**
     * A row of one file.
     *
     * @param title the title, or null for the path of the URL
     * @param clientMetadata the customer's own data, or null
     * @param declared what the customer says about the medium; used for files that the platform cannot read
     * @param declaredSize bytes as the customer says, or null
     */
    record Single(
            FakeDataType type,
            String link,
            @Nullable String title,
            @Nullable Map<String, @Nullable Object> clientMetadata,
            MediaFacts declared,
            @Nullable Long declaredSize)
            implements UploadUnit {

        @Override
        public List<String> links() {
            return List.of(link);
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
        public List<String> links() {
            return images.stream().map(FileRef::link).toList();
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

        @Override
        public List<String> links() {
            return files.stream().map(FileRef::link).toList();
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
        public List<String> links() {
            return items.stream().map(UUID::toString).toList();
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
    }
}
