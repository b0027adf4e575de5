package io.encord4j.internal.workflow;

import io.encord4j.DicomSeries;
import io.encord4j.ErrorDetails;
import io.encord4j.Image;
import io.encord4j.ImageGroup;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.MalformedAnswerException;
import io.encord4j.UploadOptions;
import io.encord4j.UploadedData;
import io.encord4j.Video;
import io.encord4j.internal.upload.FileUpload;
import io.encord4j.internal.upload.FinishedUpload;
import io.encord4j.internal.upload.GroupUpload;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.upload.Transfer.Sent;
import io.encord4j.internal.workflow.UnitRegistration.Unit;
import io.encord4j.wire.model.WireDataItems;
import io.encord4j.wire.model.WireDicomFileItem;
import io.encord4j.wire.model.WireDicomSeriesItem;
import io.encord4j.wire.model.WireGroupImage;
import io.encord4j.wire.model.WireImageGroupItem;
import io.encord4j.wire.model.WireImageItem;
import io.encord4j.wire.model.WireStorageItemType;
import io.encord4j.wire.model.WireVideoItem;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A dataset as it is reached with an SSH key or a bearer token: the wire of 2026. */
public final class PlatformProtocol implements DatasetProtocol {
    private final DatasetContext context;
    private final UploadJobs jobs;

    /**
     * Makes the protocol of one dataset.
     *
     * @param context what it works with
     */
    public PlatformProtocol(DatasetContext context) {
        this.context = context;
        this.jobs = new UploadJobs(context);
    }

    @Override
    public FinishedUpload<Video> uploadVideos(List<LocalFile> files, UploadOptions options) {
        return uploadUnits(
                files,
                options,
                WireStorageItemType.VIDEO,
                units -> UploadJobs.videos(units.stream()
                        .map(unit -> new WireVideoItem(unit.objectKey(), unit.title(), Map.of(), null, null))
                        .toList()),
                (row, key) -> new Video(row.dataHash(), row.title(), key, row.backingItemUuid()),
                Video.class);
    }

    @Override
    public FinishedUpload<Image> uploadImages(List<LocalFile> files, UploadOptions options) {
        return uploadUnits(
                files,
                options,
                WireStorageItemType.IMAGE,
                units -> UploadJobs.images(units.stream()
                        .map(unit -> new WireImageItem(unit.objectKey(), unit.title(), Map.of(), null, null))
                        .toList()),
                (row, key) -> new Image(row.dataHash(), row.title(), key, row.backingItemUuid()),
                Image.class);
    }

    private <T extends UploadedData> FinishedUpload<T> uploadUnits(
            List<LocalFile> files,
            UploadOptions options,
            WireStorageItemType type,
            Function<List<Unit>, WireDataItems> items,
            BiFunction<AddedRow, String, UploadedData> row,
            Class<T> kind) {
        return new FileUpload<>(
                        context.pipeline(),
                        new PlatformSending(context, type),
                        new UnitRegistration(jobs, options, items, row),
                        kind,
                        context.waiting(),
                        options)
                .run(files);
    }

    @Override
    public FinishedUpload<ImageGroup> uploadImageGroup(List<LocalFile> files, UploadOptions options) {
        return uploadWhole(
                files,
                options,
                WireStorageItemType.IMAGE,
                images -> UploadJobs.imageGroup(group(images, options)),
                row -> new ImageGroup(row.dataHash(), row.title(), row.backingItemUuid()));
    }

    private static WireImageGroupItem group(List<Sent<String>> images, UploadOptions options) {
        return new WireImageGroupItem(
                images.stream()
                        .map(image -> WireGroupImage.builder()
                                .url(image.result())
                                .title(image.file().name())
                                .build())
                        .toList(),
                options.title(),
                Map.of(),
                options.createVideo(),
                options.createVideo());
    }

    @Override
    public FinishedUpload<DicomSeries> uploadDicomSeries(List<LocalFile> files, UploadOptions options) {
        FinishedUpload<DicomSeries> upload = uploadWhole(
                files,
                options,
                WireStorageItemType.DICOM_FILE,
                slices -> UploadJobs.dicomSeries(series(slices, options)),
                row -> new DicomSeries(row.dataHash(), row.title(), row.backingItemUuid()));
        if (upload.created().size() > 1) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("One DICOM series was to be made, and %d came."
                            .formatted(upload.created().size())),
                    null);
        }
        return upload;
    }

    private static WireDicomSeriesItem series(List<Sent<String>> slices, UploadOptions options) {
        return new WireDicomSeriesItem(
                slices.stream()
                        .map(slice -> WireDicomFileItem.builder()
                                .url(slice.result())
                                .title(slice.file().name())
                                .build())
                        .toList(),
                options.title(),
                Map.of());
    }

    private <T extends UploadedData> FinishedUpload<T> uploadWhole(
            List<LocalFile> files,
            UploadOptions options,
            WireStorageItemType type,
            Function<List<Sent<String>>, WireDataItems> items,
            Function<AddedRow, T> row) {
        return new GroupUpload<>(
                        context.pipeline(),
                        new PlatformSending(context, type),
                        new JobCreation<>(jobs, options, items, row),
                        context.waiting(),
                        options)
                .run(files);
    }
}
