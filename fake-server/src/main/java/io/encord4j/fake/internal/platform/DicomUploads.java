package io.encord4j.fake.internal.platform;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.DicomSeries;
import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UploadKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * DICOM series of files that were sent to signed URLs of the dataset, as clients of September 2022 to 2024 made them.
 */
public final class DicomUploads {

    private DicomUploads() {}

    /**
     * Makes a series.
     *
     * @param title the title, or null for one made up
     * @throws RefusedException if the dataset is not hosted, there are no files, one is named
     *     twice, was not asked for, was not sent or is not DICOM
     */
    public static DataRow create(OpenDataset open, List<FileRef> files, @Nullable String title) {
        Transaction tx = open.tx();
        Dataset dataset = open.dataset();
        HostedObjects.hosted(dataset);
        if (files.isEmpty()) {
            throw RefusedException.invalid("A DICOM series needs at least one file.");
        }
        Set<String> seen = new HashSet<>();
        List<StoredFile> slices = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (FileRef file : files) {
            StoredObject object = HostedObjects.promised(tx.state(), dataset, file.link(), UploadKind.DICOM_FILE);
            if (!seen.add(file.link())) {
                throw RefusedException.invalid("File " + file.link() + " is named twice.");
            }
            String name = Objects.requireNonNullElse(file.title(), file.link());
            slices.add(MediaRules.file(tx.state().choices(), FakeDataType.DICOM, object, name));
            names.add(name);
        }
        String name = title == null ? Titles.made(tx, tx.state().choices().dicomSeriesTitle()) : title;
        ItemBatch batch = open.batch();
        Composition place = open.place(batch);
        List<UUID> frames = place.frames(FakeDataType.DICOM, slices, names);
        StorageItem item = new StorageItem(tx.newUuid(), FakeDataType.DICOM, name, new DicomSeries(slices), tx.now());
        SharedItem shared = SharedItem.fresh(item, place.location(false), null, frames);
        DataRow row = batch.addTo(dataset, shared, tx.newHash());
        batch.commit();
        return row;
    }
}
