package io.encord4j.internal.workflow;

import io.encord4j.DicomSeries;
import io.encord4j.Image;
import io.encord4j.ImageGroup;
import io.encord4j.UploadOptions;
import io.encord4j.Video;
import io.encord4j.internal.upload.FinishedUpload;
import io.encord4j.internal.upload.LocalFile;
import java.util.List;

/** Uploads to one dataset, which the two generations of the service do differently. The credential of the client decides which one is used. */
public sealed interface DatasetProtocol permits ApiKeyProtocol, PlatformProtocol {
    /** Uploads videos, each of which becomes a row. */
    FinishedUpload<Video> uploadVideos(List<LocalFile> files, UploadOptions options);

    /** Uploads images, each of which becomes a row. */
    FinishedUpload<Image> uploadImages(List<LocalFile> files, UploadOptions options);

    /** Uploads images that become one or more groups. */
    FinishedUpload<ImageGroup> uploadImageGroup(List<LocalFile> files, UploadOptions options);

    /** Uploads files that become one DICOM series. */
    FinishedUpload<DicomSeries> uploadDicomSeries(List<LocalFile> files, UploadOptions options);
}
