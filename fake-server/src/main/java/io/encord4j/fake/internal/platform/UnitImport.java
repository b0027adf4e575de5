package io.encord4j.fake.internal.platform;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.DicomSeries;
import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.GroupImage;
import io.encord4j.fake.internal.platform.model.ImageGroup;
import io.encord4j.fake.internal.platform.model.ItemContent;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UnitError;
import io.encord4j.fake.internal.platform.model.UploadOutcome;
import io.encord4j.fake.internal.platform.model.UploadUnit;
import io.encord4j.fake.internal.platform.model.UploadWork;
import io.encord4j.fake.internal.platform.model.UploadedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns the units of one upload into rows: first all are checked, then, unless a bad one spoils everything, the good ones
 * are added together.
 */
final class UnitImport {

    private final Transaction tx;
    private final UploadWork work;
    private final Instant at;
    private final UnitCheck check;
    private final RowBatch batch;
    private final @Nullable LinkIndex known;
    private final List<UploadedRow> made = new ArrayList<>();

    UnitImport(Transaction tx, Dataset dataset, UploadWork work, @Nullable String owner, Instant at) {
        this.tx = tx;
        this.work = work;
        this.at = at;
        this.check = new UnitCheck(tx, work, owner);
        this.batch = new RowBatch(tx, dataset);
        this.known = work.skipDuplicateUrls() ? new LinkIndex(dataset) : null;
    }

    UploadOutcome run(boolean ignoreErrors) {
        List<UnitCheck.Ready> good = new ArrayList<>();
        List<UnitError> errors = new ArrayList<>();
        for (UploadUnit unit : work.units()) {
            UnitCheck.Result result = check.check(unit);
            if (result instanceof UnitCheck.Ready ready) {
                good.add(ready);
            } else if (result instanceof UnitCheck.Failed failed) {
                errors.add(failed.error());
            }
        }
        if (!errors.isEmpty() && !ignoreErrors && !tx.state().choices().failedJobsKeepGoodUnits()) {
            return new UploadOutcome(List.of(), errors, 0, errors.size(), good.size());
        }
        good.forEach(this::take);
        batch.commit(at);
        return new UploadOutcome(made, errors, good.size(), errors.size(), 0);
    }

    private void take(UnitCheck.Ready ready) {
        UploadUnit unit = ready.unit();
        DataRow existing = known == null ? null : known.find(unit.links());
        if (existing != null) {
            upsert(existing, unit);
        } else if (unit instanceof UploadUnit.Single single) {
            StoredFile file = ready.files().get(0);
            String title = single.title() == null ? Titles.pathOf(single.link()) : single.title();
            add(single.type(), itemOf(file), title, file, single.clientMetadata());
        } else if (unit instanceof UploadUnit.Images images) {
            takeImages(images, ready.files());
        } else if (unit instanceof UploadUnit.Dicom dicom) {
            String title = titleOr(dicom.title(), tx.state().choices().dicomSeriesTitle());
            add(FakeDataType.DICOM, tx.newUuid(), title, new DicomSeries(ready.files()), dicom.clientMetadata());
        }
    }

    private void takeImages(UploadUnit.Images unit, List<StoredFile> files) {
        List<GroupImage> images = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            FileRef link = unit.images().get(i);
            String name = link.title() == null ? Titles.nameOf(link.link()) : link.title();
            images.add(new GroupImage(tx.newHash(), name, files.get(i), at, at));
        }
        List<List<GroupImage>> groups =
                unit.clusterByResolution() ? Resolutions.split(images, GroupImage::file) : List.of(images);
        for (List<GroupImage> group : groups) {
            String title = titleOr(unit.title(), tx.state().choices().imageGroupTitle());
            ImageGroup content = new ImageGroup(group, unit.createVideo());
            add(FakeDataType.IMG_GROUP, tx.newUuid(), title, content, unit.clientMetadata());
        }
    }

    private void add(
            FakeDataType type,
            UUID itemUuid,
            String title,
            ItemContent content,
            @Nullable Map<String, @Nullable Object> metadata) {
        StorageItem item = new StorageItem(itemUuid, type, title, content, at);
        DataRow row = DataRow.fresh(tx.newHash(), title, item, at, metadata);
        batch.add(row);
        made.add(new UploadedRow(row.hash(), title, itemUuid));
        if (known != null) {
            known.add(row);
        }
    }

    private void upsert(DataRow existing, UploadUnit unit) {
        Map<String, @Nullable Object> metadata = metadataOf(unit);
        if (work.upsertMetadata() && metadata != null && known != null) {
            DataRow updated = existing.withMetadata(metadata, at);
            batch.replace(updated);
            known.add(updated);
        }
    }

    private UUID itemOf(StoredFile file) {
        StoredObject object = file.isHosted() ? HostedObjects.find(tx.state(), file.link()) : null;
        return object == null || batch.hasItem(object.itemUuid()) ? tx.newUuid() : object.itemUuid();
    }

    private String titleOr(@Nullable String given, String prefix) {
        return given == null ? Titles.made(tx, prefix) : given;
    }

    private static @Nullable Map<String, @Nullable Object> metadataOf(UploadUnit unit) {
        if (unit instanceof UploadUnit.Single single) {
            return single.clientMetadata();
        }
        if (unit instanceof UploadUnit.Images images) {
            return images.clientMetadata();
        }
        return unit instanceof UploadUnit.Dicom dicom ? dicom.clientMetadata() : null;
    }
}
