package io.encord4j;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Uploads of files of this machine. This is a part of {@link EncordDatasetClient}, and follows its rules.
 *
 * <pre>{@code
 * UploadReport<Video> report = client.uploadVideos(
 *         films,
 *         UploadOptions.builder().tolerateFailures(true).parallelism(8).build());
 * report.failed().forEach(failed -> out.println(failed.file() + ": " + failed.cause()));
 * UploadReport<Video> rest = report.retryFailed();
 * }</pre>
 *
 * <p>Files are looked at before anything is sent: one that cannot be read is an {@link InvalidFileException}. Bytes are streamed, a few files
 * at a time; a file is opened again for each new attempt, and an expired URL is replaced. What cannot be uploaded ends the upload with an
 * {@link UploadFailedException}, or is only reported if the options tolerate failures; the report says for every file what became of it. If no
 * signed URL is available for the first files, nothing was sent, and that error is thrown itself.
 */
public sealed interface DatasetUploads permits EncordDatasetClient {
    /**
     * Uploads a video with the default options.
     *
     * @param file the video
     * @return its row
     * @throws InvalidFileException if the file cannot be read
     * @throws EncordException if the call fails
     */
    Video uploadVideo(Path file);

    /**
     * Uploads a video.
     *
     * @param file the video
     * @param options how to upload
     * @return its row
     * @throws InvalidFileException if the file cannot be read
     * @throws EncordException if the call fails
     */
    Video uploadVideo(Path file, UploadOptions options);

    /**
     * Uploads videos, each of which becomes a row.
     *
     * @param files the videos
     * @param options how to upload
     * @return what became of each
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails and failures are not tolerated; it holds the report
     * @throws EncordException if the upload fails as a whole
     */
    UploadReport<Video> uploadVideos(Collection<Path> files, UploadOptions options);

    /**
     * Uploads a single image with the default options. An API key can only make image groups.
     *
     * @param file the image
     * @return its row
     * @throws InvalidFileException if the file cannot be read
     * @throws EncordException if the call fails
     */
    Image uploadImage(Path file);

    /**
     * Uploads a single image. An API key can only make image groups.
     *
     * @param file the image
     * @param options how to upload
     * @return its row
     * @throws InvalidFileException if the file cannot be read
     * @throws EncordException if the call fails
     */
    Image uploadImage(Path file, UploadOptions options);

    /**
     * Uploads single images, each of which becomes a row. An API key can only make image groups.
     *
     * @param files the images
     * @param options how to upload
     * @return what became of each
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails and failures are not tolerated; it holds the report
     * @throws EncordException if the upload fails as a whole
     */
    UploadReport<Image> uploadImages(Collection<Path> files, UploadOptions options);

    /**
     * Uploads images and makes a sequence of them; several if they differ in size.
     *
     * @param files the images, in the order of the sequence
     * @return the sequences
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails, or the whole cannot be made; it holds the report
     * @throws EncordException if the upload fails as a whole
     */
    List<ImageGroup> createImageGroup(Collection<Path> files);

    /**
     * Uploads images and makes a group of them, or several.
     *
     * @param files the images, in the order of the group
     * @param options the options; {@link UploadOptions.Builder#createVideo} decides what kind of group
     * @return the groups
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if no group was made, or one file fails and failures are not tolerated; it holds the report
     * @throws EncordException if the upload fails as a whole
     */
    List<ImageGroup> createImageGroup(Collection<Path> files, UploadOptions options);

    /**
     * As {@link #createImageGroup(Collection, UploadOptions)}, with a report on each image.
     *
     * @param files the images, in the order of the group
     * @param options how to upload
     * @return what became of each, and the groups
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails and failures are not tolerated; it holds the report
     * @throws EncordException if the upload fails as a whole
     */
    UploadReport<ImageGroup> uploadImageGroup(Collection<Path> files, UploadOptions options);

    /**
     * Uploads DICOM files and makes a series of them. Not available with an API key.
     *
     * @param options the options; failures are never tolerated here
     * @return the series
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails, or the whole cannot be made; it holds the report
     * @throws EncordException if the upload fails as a whole
     */
    DicomSeries createDicomSeries(Collection<Path> files, UploadOptions options);

    /**
     * As {@link #createDicomSeries}, with a report on each file.
     *
     * @param options how to upload
     * @return what became of each, and the series
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails and failures are not tolerated; it holds the report
     * @throws EncordException if the upload fails as a whole
     */
    UploadReport<DicomSeries> uploadDicomSeries(Collection<Path> files, UploadOptions options);

    /**
     * Uploads the videos and images in a folder and below it with the default options, each as a row.
     *
     * @return what became of each file
     * @throws InvalidFileException if the folder, or a file in it, cannot be read; then nothing was sent
     * @throws UploadFailedException if a file fails; it holds the report
     * @throws EncordException if the upload fails as a whole
     */
    default UploadReport<UploadedData> uploadFolder(Path folder) {
        return uploadFolder(folder, TreeOptions.ofDefaults(), UploadOptions.ofDefaults());
    }

    /**
     * Uploads the videos and images in a folder and below it. Files of other kinds, hidden ones and symbolic links are reported as skipped.
     *
     * <pre>{@code
     * UploadReport<UploadedData> report = client.uploadFolder(
     *         folder,
     *         TreeOptions.builder().relativeTitles(true).build(),
     *         UploadOptions.builder().onProgress(ProgressPrinter.to(out)).build());
     * report.skipped().forEach(skipped -> out.println(skipped.file() + ": " + skipped.reason()));
     * }</pre>
     *
     * @param tree what to take of it, and as what
     * @param options how to upload; a title is refused, since it would be that of every file
     * @return what became of each file, folder by folder and in the order of the names
     * @throws InvalidFileException if the folder, or a file in it, cannot be read; then nothing was sent
     * @throws UploadFailedException if a file fails and failures are not tolerated; it holds the report
     * @throws EncordException if the upload fails as a whole
     */
    UploadReport<UploadedData> uploadFolder(Path folder, TreeOptions tree, UploadOptions options);
}
