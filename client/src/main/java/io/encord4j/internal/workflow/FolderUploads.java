package io.encord4j.internal.workflow;

import io.encord4j.FolderJobResult;
import io.encord4j.Operation;
import io.encord4j.PrivateDataOptions;
import io.encord4j.StoredImageGroup;
import io.encord4j.TreeOptions;
import io.encord4j.UploadOptions;
import io.encord4j.UploadedItem;
import io.encord4j.internal.privatefiles.PrivateFileList;
import io.encord4j.internal.upload.Destination;
import io.encord4j.internal.upload.FinishedUpload;
import io.encord4j.internal.upload.LocalTree;
import io.encord4j.internal.upload.Planned;
import io.encord4j.internal.upload.Upload;
import io.encord4j.internal.upload.UploadUnit;
import io.encord4j.internal.upload.UploadUnit.Kind;
import io.encord4j.wire.model.WireStartFolderUploadJobRequest;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What comes into a folder: files of this machine, and data in the user's cloud. */
public final class FolderUploads {
    /** A file of a DICOM series is nothing of its own. */
    private static final Set<Kind> KINDS_OF_TREES =
            EnumSet.of(Kind.VIDEO, Kind.IMAGE, Kind.AUDIO, Kind.NIFTI, Kind.PLAIN_TEXT, Kind.PDF);

    private final StorageContext context;
    private final FolderJobs jobs;

    public FolderUploads(StorageContext context) {
        this.context = context;
        this.jobs = new FolderJobs(context);
    }

    public FinishedUpload<UploadedItem> upload(UUID folder, List<UploadUnit> units, UploadOptions options) {
        FolderDestination destination = new FolderDestination(context, folder, options);
        return new Upload<>(units, destination, UploadedItem.class, options, context.uploads()).run();
    }

    /** Uploads what is in a folder of this machine; the folders below it become folders below this one. */
    public FinishedUpload<UploadedItem> uploadTree(UUID folder, Path root, TreeOptions tree, UploadOptions options) {
        List<Planned> plan = LocalTree.walk(root, tree, KINDS_OF_TREES, options.journal()).stream()
                .flatMap(local -> local.contents().stream())
                .toList();
        Destination destination = new FolderTreeDestination(context, folder, root, options);
        return new Upload<>(plan, destination, UploadedItem.class, options, context.uploads()).run();
    }

    public Operation<FolderJobResult> addPrivateData(
            UUID folder, UUID integration, PrivateFileList files, PrivateDataOptions options) {
        UUID job = jobs.start(
                folder,
                new WireStartFolderUploadJobRequest(
                        null, files.files(), integration, options.tolerateFailures(), files.fileName()));
        return jobs.upload(folder, job);
    }

    public Operation<FolderJobResult> group(UUID folder, List<StoredImageGroup> groups, boolean tolerateFailures) {
        UUID job = jobs.start(
                folder,
                new WireStartFolderUploadJobRequest(JobItems.ofStored(groups), null, null, tolerateFailures, null));
        return jobs.upload(folder, job);
    }

    public Operation<FolderJobResult> job(UUID folder, UUID job) {
        return jobs.upload(folder, job);
    }

    public int cancel(UUID folder, UUID job) {
        return context.execute(context.items().cancelFolderUploadJob(folder, job))
                .unitsCancelledCount();
    }
}
