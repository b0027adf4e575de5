package io.encord4j.internal.workflow;

import io.encord4j.UploadOptions;
import io.encord4j.UploadedData;
import io.encord4j.internal.upload.Destination;
import io.encord4j.internal.upload.FinishedUpload;
import io.encord4j.internal.upload.Upload;
import io.encord4j.internal.upload.UploadUnit;
import java.util.List;

/** Uploads to one dataset. The credential of the client decides by which generation's calls. */
public final class UploadCalls {
    private final DatasetContext context;

    public UploadCalls(DatasetContext context) {
        this.context = context;
    }

    /** Uploads files and has them registered. */
    public <T extends UploadedData> FinishedUpload<T> upload(
            List<UploadUnit> units, Class<T> type, UploadOptions options) {
        return new Upload<>(units, destination(units, options), type, options, context.uploads()).run();
    }

    private Destination destination(List<UploadUnit> units, UploadOptions options) {
        if (!context.hasApiKey()) {
            return new PlatformDestination(context, options);
        }
        if (options.folderUuid() != null) {
            throw context.unsupported("A storage folder");
        }
        units.forEach(unit -> refuseUnsupported(unit, options));
        return new ApiKeyDestination(context);
    }

    private void refuseUnsupported(UploadUnit unit, UploadOptions options) {
        switch (unit.kind()) {
            case VIDEO -> {}
            case IMAGE -> throw context.unsupported("Uploading single images");
            case DICOM_SERIES -> throw context.unsupported("Uploading DICOM series");
            case AUDIO, NIFTI, PLAIN_TEXT, PDF ->
                throw new IllegalStateException("Datasets take no uploads of the kind " + unit.kind());
            case IMAGE_GROUP -> {
                if (unit.title() != null) {
                    throw context.unsupported("A title for an image group");
                }
                if (!options.createVideo()) {
                    throw context.unsupported("An image group that is no sequence");
                }
            }
        }
    }
}
