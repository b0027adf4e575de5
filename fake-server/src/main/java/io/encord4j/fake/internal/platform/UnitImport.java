package io.encord4j.fake.internal.platform;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.DicomSeries;
import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.GroupImage;
import io.encord4j.fake.internal.platform.model.ImageGroup;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.UnitError;
import io.encord4j.fake.internal.platform.model.UploadOutcome;
import io.encord4j.fake.internal.platform.model.UploadUnit;
import io.encord4j.fake.internal.platform.model.UploadWork;
import io.encord4j.fake.internal.platform.model.UploadedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the units of one upload into items, and into rows where a dataset wants them: first all are checked, then, unless a
 * bad one spoils everything, the good ones are added together.
 */
final class UnitImport {

    private final Transaction tx;
    private final UploadWork work;
    private final @Nullable Dataset dataset;
    private final Instant at;
    private final UnitCheck check;
    private final ItemBatch batch;
    private final Composition place;
    private final @Nullable LinkIndex known;
    private final List<UploadedRow> made = new ArrayList<>();
    private int passedOver;

    private UnitImport(
            Transaction tx,
            @Nullable UUID folder,
            @Nullable Dataset dataset,
            UploadWork work,
            @Nullable String starter,
            @Nullable String owner,
            Instant at) {
        this.tx = tx;
        this.work = work;
        this.dataset = dataset;
        this.at = at;
        this.check = new UnitCheck(tx, work, folder, starter);
        this.batch = new ItemBatch(tx, at);
        UUID integration =
                work.integration() == null ? null : work.integration().uuid();
        this.place = new Composition(batch, at, folder, owner, integration);
        this.known = work.skipDuplicateUrls() ? links(tx.state(), folder, dataset) : null;
    }

    /** Adds rows to a dataset; the items lie in a folder, or in its backing folder. */
    static UnitImport intoDataset(
            Transaction tx,
            Dataset dataset,
            @Nullable UUID folder,
            UploadWork work,
            @Nullable String starter,
            Instant at) {
        UUID where = folder == null ? dataset.backingFolder() : folder;
        String owner = starter == null ? dataset.owner() : starter;
        return new UnitImport(tx, where, dataset, work, starter, owner, at);
    }

    /** Adds items to a folder. */
    static UnitImport intoFolder(Transaction tx, UUID folder, UploadWork work, @Nullable String starter, Instant at) {
        return new UnitImport(tx, folder, null, work, starter, starter, at);
    }

    private static @Nullable LinkIndex links(PlatformState state, @Nullable UUID folder, @Nullable Dataset dataset) {
        if (dataset != null) {
            return LinkIndex.of(dataset);
        }
        Folder found = state.files().folders().find(folder);
        return found == null ? null : LinkIndex.of(state, found);
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
        batch.commit();
        int done = good.size() - (dataset == null ? passedOver : 0);
        return new UploadOutcome(made, errors, done, errors.size(), 0);
    }

    private void take(UnitCheck.Ready ready) {
        UploadUnit unit = ready.unit();
        UUID existing = known == null ? null : known.find(unit);
        if (existing != null) {
            upsert(Objects.requireNonNull(batch.find(existing)), unit);
        } else if (unit instanceof UploadUnit.Single single) {
            StoredFile file = ready.files().get(0);
            String given = single.file().title();
            String title = given == null ? Titles.pathOf(single.file().link()) : given;
            add(new StorageItem(batch.itemFor(file), single.type(), title, file, at), unit, List.of());
        } else if (unit instanceof UploadUnit.Images images) {
            takeImages(images, ready);
        } else if (unit instanceof UploadUnit.Dicom dicom) {
            String title = titleOr(dicom.title(), tx.state().choices().dicomSeriesTitle());
            List<String> names = dicom.files().stream().map(UnitImport::nameOf).toList();
            List<UUID> frames = place.frames(FakeDataType.DICOM, ready.files(), names);
            DicomSeries content = new DicomSeries(ready.files());
            add(new StorageItem(tx.newUuid(), FakeDataType.DICOM, title, content, at), unit, frames);
        }
    }

    private void takeImages(UploadUnit.Images unit, UnitCheck.Ready ready) {
        List<StoredFile> files = ready.files();
        List<String> names = unit.images().stream().map(UnitImport::nameOf).toList();
        List<UUID> parts = ready.parts().isEmpty() ? place.frames(FakeDataType.IMAGE, files, names) : ready.parts();
        List<Integer> all = IntStream.range(0, files.size()).boxed().toList();
        List<List<Integer>> groups = unit.clusterByResolution() ? Resolutions.split(all, files::get) : List.of(all);
        for (List<Integer> group : groups) {
            List<GroupImage> images = group.stream()
                    .map(i -> new GroupImage(tx.newHash(), names.get(i), files.get(i), at, at))
                    .toList();
            String title = titleOr(unit.title(), tx.state().choices().imageGroupTitle());
            ImageGroup content = new ImageGroup(images, unit.createVideo());
            add(
                    new StorageItem(tx.newUuid(), FakeDataType.IMG_GROUP, title, content, at),
                    unit,
                    group.stream().map(parts::get).toList());
        }
    }

    private void add(StorageItem item, UploadUnit unit, List<UUID> parts) {
        SharedItem shared = SharedItem.fresh(item, place.location(false), unit.clientMetadata(), parts);
        String dataHash = null;
        if (dataset == null) {
            batch.add(shared);
        } else {
            dataHash = batch.addTo(dataset, shared, tx.newHash()).hash();
        }
        made.add(new UploadedRow(dataHash, item.title(), item.uuid()));
        if (known != null) {
            known.add(item);
        }
    }

    /** What is given takes the place of what is there. */
    private void upsert(SharedItem existing, UploadUnit unit) {
        if (!work.upsertMetadata()) {
            passedOver++;
            return;
        }
        Map<String, @Nullable Object> metadata = unit.clientMetadata();
        if (metadata != null) {
            String name = existing.about().name();
            batch.say(existing.uuid(), new SharedItem.About(name, metadata, at));
        }
        if (unit instanceof UploadUnit.Single single
                && !single.file().declared().equals(MediaFacts.UNKNOWN)
                && existing.item().content() instanceof StoredFile file) {
            Long size = single.file().declaredSize();
            StoredFile declared = new StoredFile(
                    file.location(),
                    file.link(),
                    file.blob(),
                    size == null ? file.size() : size,
                    single.file().declared().or(file.facts()));
            SharedItem now = Objects.requireNonNull(batch.find(existing.uuid()));
            batch.replace(now.holding(declared, now.at().integration()));
        }
    }

    private String titleOr(@Nullable String given, String prefix) {
        return given == null ? Titles.made(tx, prefix) : given;
    }

    private static String nameOf(FileRef file) {
        return file.title() == null ? Titles.nameOf(file.link()) : file.title();
    }
}
