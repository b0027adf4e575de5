package io.encord4j.internal.workflow;

import io.encord4j.DicomSeries;
import io.encord4j.FileOutcome;
import io.encord4j.Image;
import io.encord4j.ImageGroup;
import io.encord4j.UploadOptions;
import io.encord4j.Video;
import io.encord4j.internal.upload.FileUpload;
import io.encord4j.internal.upload.FinishedUpload;
import io.encord4j.internal.upload.GroupUpload;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.upload.Transfer;
import io.encord4j.internal.upload.Transfer.Sent;
import io.encord4j.wire.model.WireNoSettings;
import io.encord4j.wire.model.WireRegisteredData;
import java.util.List;
import java.util.Objects;

/** A dataset as it is reached with an API key: the wire of 2022. */
public final class ApiKeyProtocol implements DatasetProtocol {
    private final DatasetContext context;

    /**
     * Makes the protocol of one dataset.
     *
     * @param context what it works with
     */
    public ApiKeyProtocol(DatasetContext context) {
        this.context = context;
    }

    @Override
    public FinishedUpload<Video> uploadVideos(List<LocalFile> files, UploadOptions options) {
        refuseFolder(options);
        return new FileUpload<>(
                        context.pipeline(),
                        ApiKeySending.videos(context, options.title()),
                        ApiKeyProtocol::videos,
                        Video.class,
                        context.waiting(),
                        options)
                .run(files);
    }

    private static List<FileOutcome> videos(List<Transfer<WireRegisteredData>> transfers) {
        return transfers.stream().map(ApiKeyProtocol::video).toList();
    }

    private static FileOutcome video(Transfer<WireRegisteredData> transfer) {
        if (transfer instanceof Sent<WireRegisteredData> sent) {
            WireRegisteredData data = sent.result();
            String link = Objects.requireNonNullElse(data.fileLink(), "");
            return new FileOutcome.Uploaded(sent.file().path(), new Video(data.dataHash(), data.title(), link, null));
        }
        return transfer instanceof Transfer.Failed<WireRegisteredData> failed
                ? new FileOutcome.Failed(failed.file().path(), failed.cause())
                : new FileOutcome.NotStarted(transfer.file().path());
    }

    @Override
    public FinishedUpload<ImageGroup> uploadImageGroup(List<LocalFile> files, UploadOptions options) {
        refuseFolder(options);
        if (options.title() != null) {
            throw context.unsupported("A title for an image group");
        }
        if (!options.createVideo()) {
            throw context.unsupported("An image group that is no sequence");
        }
        return new GroupUpload<>(
                        context.pipeline(), ApiKeySending.images(context), this::group, context.waiting(), options)
                .run(files);
    }

    private List<ImageGroup> group(List<Sent<WireRegisteredData>> images) {
        List<String> hashes =
                images.stream().map(image -> image.result().dataHash()).toList();
        return context
                .transport()
                .execute(context.rpc().createImageGroup(Rpc.of(hashes, new WireNoSettings())))
                .stream()
                .map(group -> new ImageGroup(group.dataHash(), group.title(), null))
                .toList();
    }

    @Override
    public FinishedUpload<Image> uploadImages(List<LocalFile> files, UploadOptions options) {
        throw context.unsupported("Uploading single images");
    }

    @Override
    public FinishedUpload<DicomSeries> uploadDicomSeries(List<LocalFile> files, UploadOptions options) {
        throw context.unsupported("Uploading DICOM series");
    }

    private void refuseFolder(UploadOptions options) {
        if (options.folderUuid() != null) {
            throw context.unsupported("A storage folder");
        }
    }
}
