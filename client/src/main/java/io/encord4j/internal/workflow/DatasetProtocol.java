package io.encord4j.internal.workflow;

import io.encord4j.CloudIntegration;
import io.encord4j.DataRow;
import io.encord4j.DataRowFilter;
import io.encord4j.Dataset;
import io.encord4j.DatasetGroup;
import io.encord4j.DatasetUserRole;
import io.encord4j.DicomSeries;
import io.encord4j.Image;
import io.encord4j.ImageGroup;
import io.encord4j.JobResult;
import io.encord4j.Operation;
import io.encord4j.PrivateDataOptions;
import io.encord4j.UploadOptions;
import io.encord4j.Video;
import io.encord4j.internal.privatefiles.PrivateFileList;
import io.encord4j.internal.upload.FinishedUpload;
import io.encord4j.internal.upload.LocalFile;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the two generations of the service do differently for one dataset. What they do alike is in {@link DatasetCalls}; the credential of the
 * client decides which one is at work.
 */
public sealed interface DatasetProtocol permits ApiKeyProtocol, PlatformProtocol {
    /** Reads the dataset with its rows. */
    Dataset getDataset(boolean fetchClientMetadata);

    /** Reads rows at once. */
    List<DataRow> listRows(DataRowFilter filter);

    /** Reads rows as they arrive; the stream must be closed. */
    Stream<DataRow> streamRows(DataRowFilter filter);

    /** Uploads videos, each of which becomes a row. */
    FinishedUpload<Video> uploadVideos(List<LocalFile> files, UploadOptions options);

    /** Uploads images, each of which becomes a row. */
    FinishedUpload<Image> uploadImages(List<LocalFile> files, UploadOptions options);

    /** Uploads images that become one or more groups. */
    FinishedUpload<ImageGroup> uploadImageGroup(List<LocalFile> files, UploadOptions options);

    /** Uploads files that become one DICOM series. */
    FinishedUpload<DicomSeries> uploadDicomSeries(List<LocalFile> files, UploadOptions options);

    /** Begins to add files of the user's own bucket. */
    Operation<JobResult> addPrivateData(String integrationId, PrivateFileList files, PrivateDataOptions options);

    /** Takes an upload job up again. */
    Operation<JobResult> uploadJob(String processHash);

    /** Deletes an image group. */
    void deleteImageGroup(String dataHash);

    /** Lists the integrations. */
    List<CloudIntegration> getCloudIntegrations();

    /** Lists the groups of the dataset. */
    List<DatasetGroup> listGroups();

    /** Gives groups access. */
    void addGroups(Collection<UUID> groups, DatasetUserRole role);

    /** Takes access away from groups. */
    void removeGroups(Collection<UUID> groups);
}
