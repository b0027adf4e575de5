package io.encord4j.internal.workflow;

import io.encord4j.CloudIntegration;
import io.encord4j.DataRow;
import io.encord4j.DataRowFilter;
import io.encord4j.Dataset;
import io.encord4j.DatasetGroup;
import io.encord4j.DatasetUserRole;
import io.encord4j.DicomSeries;
import io.encord4j.FileOutcome;
import io.encord4j.Image;
import io.encord4j.ImageGroup;
import io.encord4j.JobResult;
import io.encord4j.Operation;
import io.encord4j.PrivateDataOptions;
import io.encord4j.UnsupportedFeatureException;
import io.encord4j.UploadOptions;
import io.encord4j.Video;
import io.encord4j.internal.mapping.Jobs;
import io.encord4j.internal.mapping.Listings;
import io.encord4j.internal.mapping.RowMatch;
import io.encord4j.internal.mapping.Rows;
import io.encord4j.internal.operation.EndedOperation;
import io.encord4j.internal.privatefiles.PrivateFileList;
import io.encord4j.internal.upload.FileUpload;
import io.encord4j.internal.upload.FinishedUpload;
import io.encord4j.internal.upload.GroupUpload;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.upload.Transfer;
import io.encord4j.internal.upload.Transfer.Sent;
import io.encord4j.wire.model.WireAddPrivateDataPayload;
import io.encord4j.wire.model.WireDataRow;
import io.encord4j.wire.model.WireNoSettings;
import io.encord4j.wire.model.WireRegisteredData;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

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
    public Dataset getDataset(boolean fetchClientMetadata) {
        if (fetchClientMetadata) {
            throw unsupported("Client metadata in a listing");
        }
        return Rows.dataset(
                context.transport().execute(context.rpc().getDataset(Rpc.nothing())), context.datasetHash());
    }

    @Override
    public List<DataRow> listRows(DataRowFilter filter) {
        return getDataset(filter.fetchClientMetadata()).dataRows().stream()
                .filter(new RowMatch(filter))
                .toList();
    }

    @Override
    public Stream<DataRow> streamRows(DataRowFilter filter) {
        if (filter.fetchClientMetadata()) {
            throw unsupported("Client metadata in a listing");
        }
        return RowCursor.stream(
                        context.transport().stream(context.rpc().getDatasetRaw(Rpc.nothing())),
                        context.transport().moshi().adapter(WireDataRow.class),
                        "data_rows")
                .filter(new RowMatch(filter));
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
            throw unsupported("A title for an image group");
        }
        if (!options.createVideo()) {
            throw unsupported("An image group that is no sequence");
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
        throw unsupported("Uploading single images");
    }

    @Override
    public FinishedUpload<DicomSeries> uploadDicomSeries(List<LocalFile> files, UploadOptions options) {
        throw unsupported("Uploading DICOM series");
    }

    @Override
    public Operation<JobResult> addPrivateData(
            String integrationId, PrivateFileList files, PrivateDataOptions options) {
        if (options.folder() != null) {
            throw unsupported("A storage folder");
        }
        WireAddPrivateDataPayload payload =
                new WireAddPrivateDataPayload(files.files(), integrationId, options.tolerateFailures());
        JobResult result = Jobs.result(
                context.transport().execute(context.rpc().addPrivateData(Rpc.of(context.datasetHash(), payload))));
        return new EndedOperation<>("synchronous", result);
    }

    @Override
    public Operation<JobResult> uploadJob(String processHash) {
        throw unsupported("An upload job");
    }

    @Override
    public void deleteImageGroup(String dataHash) {
        context.transport().perform(context.rpc().deleteImageGroup(Rpc.about(dataHash)));
    }

    @Override
    public List<CloudIntegration> getCloudIntegrations() {
        return context.transport().execute(context.rpc().listCloudIntegrationsRpc(Rpc.nothing())).stream()
                .map(Listings::integration)
                .toList();
    }

    @Override
    public List<DatasetGroup> listGroups() {
        throw unsupported("Listing the groups of a dataset");
    }

    @Override
    public void addGroups(Collection<UUID> groups, DatasetUserRole role) {
        throw unsupported("Adding groups to a dataset");
    }

    @Override
    public void removeGroups(Collection<UUID> groups) {
        throw unsupported("Removing groups from a dataset");
    }

    private static void refuseFolder(UploadOptions options) {
        if (options.folderUuid() != null) {
            throw unsupported("A storage folder");
        }
    }

    /**
     * What an API key cannot do.
     *
     * @param feature what was asked for
     */
    static UnsupportedFeatureException unsupported(String feature) {
        return new UnsupportedFeatureException(
                feature, "API keys do not open it; open the dataset with an SSH key or a bearer token instead.");
    }
}
