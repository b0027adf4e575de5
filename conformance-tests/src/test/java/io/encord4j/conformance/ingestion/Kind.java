package io.encord4j.conformance.ingestion;

import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.ItemType;
import io.encord4j.UploadOptions;
import io.encord4j.UploadReport;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is uploaded, and where it goes: every kind of upload in both generations. */
enum Kind {
    VIDEOS(".mp4", null, false),
    IMAGES(".png", null, false),
    IMAGE_GROUP(".png", null, true),
    DICOM_SERIES(".dcm", null, true),
    VIDEOS_BY_API_KEY(".mp4", null, false),
    IMAGE_GROUP_BY_API_KEY(".png", null, true),
    VIDEO_ITEMS(".mp4", ItemType.VIDEO.value(), false),
    IMAGE_ITEMS(".png", ItemType.IMAGE.value(), false),
    AUDIO_ITEMS(".mp3", ItemType.AUDIO.value(), false),
    TEXT_ITEMS(".txt", ItemType.PLAIN_TEXT.value(), false),
    PDF_ITEMS(".pdf", ItemType.PDF.value(), false),
    NIFTI_ITEMS(".nii", ItemType.NIFTI.value(), false),
    IMAGE_GROUP_ITEM(".png", ItemType.IMAGE_GROUP.value(), true),
    DICOM_SERIES_ITEM(".dcm", ItemType.DICOM_SERIES.value(), true);

    private final String ending;
    private final @Nullable String itemType;
    private final boolean together;

    Kind(String ending, @Nullable String itemType, boolean together) {
        this.ending = ending;
        this.itemType = itemType;
        this.together = together;
    }

    String ending() {
        return ending;
    }

    boolean isInFolder() {
        return itemType != null;
    }

    /** Whether the files become one thing. */
    boolean isTogether() {
        return together;
    }

    boolean isByApiKey() {
        return this == VIDEOS_BY_API_KEY || this == IMAGE_GROUP_BY_API_KEY;
    }

    /** Whether an upload can find out later that it is registered. The service does not say what a series or, by an API key, a group is made of. */
    boolean canBeFound() {
        return this != DICOM_SERIES && this != IMAGE_GROUP_BY_API_KEY;
    }

    UploadReport<?> upload(EncordDatasetClient dataset, List<Path> files, UploadOptions options) {
        return switch (this) {
            case VIDEOS, VIDEOS_BY_API_KEY -> dataset.uploadVideos(files, options);
            case IMAGES -> dataset.uploadImages(files, options);
            case IMAGE_GROUP, IMAGE_GROUP_BY_API_KEY -> dataset.uploadImageGroup(files, options);
            case DICOM_SERIES -> dataset.uploadDicomSeries(files, options);
            default -> throw new IllegalStateException(this + " goes into a folder");
        };
    }

    UploadReport<?> upload(EncordUserClient user, UUID folder, List<Path> files, UploadOptions options) {
        if (itemType == null) {
            throw new IllegalStateException(this + " goes into a dataset");
        }
        return user.storage().upload(folder, new ItemType(itemType), files, options);
    }
}
