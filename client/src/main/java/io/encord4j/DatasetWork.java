package io.encord4j;

import java.util.Collection;

/**
 * Work that the service finishes after its answer: adding files of a cloud, and re-encoding. Each is an {@link Operation}. This
 * is a part of {@link EncordDatasetClient}, and follows its rules.
 */
public sealed interface DatasetWork permits EncordDatasetClient {
    /**
     * Adds files of your own bucket with the default options, and waits until they are rows.
     *
     * @param integrationId the integration with access to the bucket, see {@link EncordDatasetClient#getCloudIntegrations()}
     * @return the rows that were added, and the errors
     * @throws InvalidPrivateFilesException if an entry breaks a documented rule; then nothing was sent
     * @throws OperationException if the service fails, cancels, or is not ready in time
     * @throws EncordException if a call fails
     */
    JobResult addPrivateData(String integrationId, PrivateFiles files);

    /**
     * Adds files of your own bucket, and waits until they are rows.
     *
     * <pre>{@code
     * CreatedDataset dataset = user.createDataset(
     *         "Warehouse",
     *         DatasetOptions.builder().storageLocation(StorageLocation.AWS).build());
     * String integration = user.getCloudIntegrations().get(0).id();
     * PrivateFiles files = PrivateFiles.builder()
     *         .video("https://bucket.s3.eu-west-2.amazonaws.com/dock.mp4")
     *         .imageSequence(
     *                 "Shelf",
     *                 List.of(
     *                         "https://bucket.s3.eu-west-2.amazonaws.com/shelf-0.png",
     *                         "https://bucket.s3.eu-west-2.amazonaws.com/shelf-1.png"))
     *         .skipDuplicateUrls()
     *         .build();
     * try (EncordDatasetClient client = user.datasetClient(dataset.datasetHash())) {
     *     JobResult result = client.addPrivateData(
     *             integration,
     *             files,
     *             PrivateDataOptions.builder().tolerateFailures(true).build());
     *     result.unitErrors().forEach(error -> out.println("left out: " + error));
     *     return result;
     * }
     * }</pre>
     *
     * @param integrationId the integration with access to the bucket, see {@link EncordDatasetClient#getCloudIntegrations()}
     * @return the rows that were added, and the errors
     * @throws InvalidPrivateFilesException if an entry breaks a documented rule; then nothing was sent
     * @throws OperationException if the service fails, cancels, or is not ready in time
     * @throws EncordException if a call fails
     */
    JobResult addPrivateData(String integrationId, PrivateFiles files, PrivateDataOptions options);

    /**
     * Starts adding files of your own bucket. With an API key, the service answers only when it has finished.
     *
     * @param integrationId the integration with access to the bucket, see {@link EncordDatasetClient#getCloudIntegrations()}
     * @return the work
     * @throws InvalidPrivateFilesException if an entry breaks a documented rule; then nothing was sent
     * @throws EncordException if the call fails
     */
    Operation<JobResult> startAddingPrivateData(String integrationId, PrivateFiles files, PrivateDataOptions options);

    /**
     * Resumes an upload job, perhaps one that another process has started. Not available with an API key.
     *
     * @param processHash the id of the operation
     * @return the work; whether the service knows it shows when it is polled
     */
    Operation<JobResult> uploadJob(String processHash);

    /**
     * Starts re-encoding videos. {@link Operation} shows how to wait for the result.
     *
     * @param dataHashes the hashes of their rows; rows that are not videos of the dataset are ignored
     * @return the running task
     * @throws EncordException if the call fails
     */
    Operation<ReEncodeResult> reEncodeData(Collection<String> dataHashes);

    /**
     * Resumes a re-encode task, perhaps one that another process has started. Nothing is sent: a task that the service does not know
     * fails when it is polled.
     *
     * @param taskId the {@linkplain Operation#id() id} of the task, a positive number in decimal digits
     * @return the task
     * @throws InvalidValueException if the id is not such a number
     */
    Operation<ReEncodeResult> reEncodeTask(String taskId);

    /**
     * Asks once for the state of a re-encode task.
     *
     * @param taskId the {@linkplain Operation#id() id} of the task, a positive number in decimal digits
     * @return its state
     * @throws InvalidValueException if the id is not such a number
     * @throws ResourceNotFoundException if the dataset has no such task
     * @throws EncordException if the call fails otherwise
     */
    ReEncodeResult getReEncodeStatus(String taskId);
}
