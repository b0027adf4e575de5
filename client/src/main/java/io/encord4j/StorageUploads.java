package io.encord4j;

import java.nio.file.Path;
import java.util.Collection;
import java.util.UUID;

/**
 * What comes into folders of the storage. This is a part of {@link EncordStorage}, whose rules hold here. Uploads have one fate per file, a
 * journal, and retries, as those of {@link DatasetUploads}.
 */
public sealed interface StorageUploads permits EncordStorage {
    /**
     * Uploads files into a folder, each as an item, or all as one composed item.
     *
     * @param itemType what they become: {@code VIDEO}, {@code IMAGE}, {@code AUDIO}, {@code NIFTI}, {@code PLAIN_TEXT}, {@code PDF}, or together an {@code
     *     IMAGE_GROUP}, {@code IMAGE_SEQUENCE} or {@code DICOM_SERIES}
     * @param files the files, in order
     * @param options how; what they say of a folder and of videos does not matter here
     * @return what became of each
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails and failures are not tolerated; it holds the report
     * @throws EncordException if that fails
     */
    UploadReport<UploadedItem> upload(UUID folder, ItemType itemType, Collection<Path> files, UploadOptions options);

    /**
     * Uploads images into a folder, each as an item.
     *
     * @param files the images
     * @param options how
     * @return what became of each
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails and failures are not tolerated; it holds the report
     * @throws EncordException if that fails
     */
    default UploadReport<UploadedItem> uploadImages(UUID folder, Collection<Path> files, UploadOptions options) {
        return upload(folder, ItemType.IMAGE, files, options);
    }

    /**
     * Uploads videos into a folder, each as an item.
     *
     * @param files the videos
     * @param options how
     * @return what became of each
     * @throws InvalidFileException if a file cannot be read; then nothing was sent
     * @throws UploadFailedException if one fails and failures are not tolerated; it holds the report
     * @throws EncordException if that fails
     */
    default UploadReport<UploadedItem> uploadVideos(UUID folder, Collection<Path> files, UploadOptions options) {
        return upload(folder, ItemType.VIDEO, files, options);
    }

    /**
     * Uploads what is in a folder of this machine and below it. Folders below become folders of the storage of the same names, below the given
     * one: those that are there are taken, and others made when the first file goes there. Files of other kinds, hidden ones and symbolic links
     * are reported as skipped, and so are DICOM files, which {@link #upload} makes a series of.
     *
     * @param folder the folder of the storage
     * @param root the folder of this machine
     * @param tree what to take of it, and as what; image groups become no sequences
     * @param options how to upload; a title is refused, since it would be that of every file
     * @return what became of each file, folder by folder and in the order of the names
     * @throws InvalidFileException if the folder, or a file in it, cannot be read; then nothing was sent
     * @throws UploadFailedException if a file fails and failures are not tolerated; it holds the report
     * @throws EncordException if it fails as a whole
     */
    UploadReport<UploadedItem> uploadFolder(UUID folder, Path root, TreeOptions tree, UploadOptions options);

    /**
     * Uploads what is in a folder of this machine and below it with the default options.
     *
     * @param folder the folder of the storage
     * @param root the folder of this machine
     * @return what became of each file, folder by folder and in the order of the names
     * @throws InvalidFileException if the folder, or a file in it, cannot be read; then nothing was sent
     * @throws UploadFailedException if a file fails; it holds the report
     * @throws EncordException if it fails as a whole
     */
    default UploadReport<UploadedItem> uploadFolder(UUID folder, Path root) {
        return uploadFolder(folder, root, TreeOptions.ofDefaults(), UploadOptions.ofDefaults());
    }

    /**
     * Starts to put images together that are in the storage already. They stay where they are, and become parts of the groups, too.
     *
     * @param folder the folder that the groups go to
     * @param tolerateFailures whether good groups are made though others fail; else all are made or none
     * @return the job, which ends with the groups
     * @throws InvalidValueException if there are no groups
     * @throws EncordException if that fails
     */
    Operation<FolderJobResult> startGroupingImages(
            UUID folder, Collection<StoredImageGroup> groups, boolean tolerateFailures);

    /**
     * Starts to add data in the user's cloud.
     *
     * @param integration the integration that reaches the files
     * @param options how
     * @return the job, which can be awaited
     * @throws EncordException if that fails
     */
    Operation<FolderJobResult> startAddingPrivateData(
            UUID folder, UUID integration, PrivateFiles files, PrivateDataOptions options);

    /**
     * Adds data in the user's cloud, and waits for it.
     *
     * @param integration the integration that reaches the files
     * @param options how
     * @return what was added
     * @throws EncordException if that fails
     */
    default FolderJobResult addPrivateData(
            UUID folder, UUID integration, PrivateFiles files, PrivateDataOptions options) {
        return startAddingPrivateData(folder, integration, files, options)
                .await(options.timeout())
                .orThrow();
    }

    /**
     * Resumes an upload job, of another process for instance.
     *
     * @param job the id of the operation
     * @return the job
     * @throws EncordException if that fails
     */
    Operation<FolderJobResult> uploadJob(UUID folder, UUID job);

    /**
     * Cancels an upload job. What it has added stays.
     *
     * @param job the id of the operation
     * @return how many units this has stopped; 0 for a job that has ended
     * @throws EncordException if that fails
     */
    int cancelUploadJob(UUID folder, UUID job);
}
