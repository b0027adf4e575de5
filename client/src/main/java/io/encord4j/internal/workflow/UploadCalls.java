package io.encord4j.internal.workflow;

import io.encord4j.TreeOptions;
import io.encord4j.UploadOptions;
import io.encord4j.UploadedData;
import io.encord4j.internal.upload.Destination;
import io.encord4j.internal.upload.FinishedUpload;
import io.encord4j.internal.upload.LocalTree;
import io.encord4j.internal.upload.Planned;
import io.encord4j.internal.upload.Upload;
import io.encord4j.internal.upload.UploadUnit;
import io.encord4j.internal.upload.UploadUnit.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

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

    /** Uploads what is in a folder of this machine. */
    public FinishedUpload<UploadedData> uploadTree(Path root, TreeOptions tree, UploadOptions options) {
        List<Planned> plan = LocalTree.walk(root, tree, Set.of(Kind.VIDEO, Kind.IMAGE), options.journal()).stream()
                .flatMap(folder -> folder.contents().stream())
                .map(planned -> planned instanceof UploadUnit unit && !tree.relativeTitles() ? titled(unit) : planned)
                .toList();
        List<UploadUnit> units = plan.stream()
                .filter(UploadUnit.class::isInstance)
                .map(UploadUnit.class::cast)
                .toList();
        return new Upload<>(plan, destination(units, options), UploadedData.class, options, context.uploads()).run();
    }

    /** An API key cannot give a title to a group: the service makes one up. */
    private UploadUnit titled(UploadUnit unit) {
        return context.hasApiKey() && unit.kind().isGroup() ? new UploadUnit(unit.kind(), unit.files(), null) : unit;
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
