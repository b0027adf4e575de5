package io.encord4j.fake.internal.platform;

import io.encord4j.fake.Choices;
import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.CloudIntegration;
import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UnitError;
import io.encord4j.fake.internal.platform.model.UploadUnit;
import io.encord4j.fake.internal.platform.model.UploadWork;
import io.encord4j.fake.internal.platform.model.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files of an upload's units, or what is wrong with them. */
final class UnitCheck {

    /** What the check found. */
    sealed interface Result {}

    /** All files are there, in the order of the unit's links; so are the parts, if they are items already. */
    record Ready(UploadUnit unit, List<StoredFile> files, List<UUID> parts) implements Result {}

    /** The unit cannot be taken in. */
    record Failed(UnitError error) implements Result {}

    private final Transaction tx;
    private final PlatformState state;
    private final Choices choices;
    private final @Nullable CloudIntegration integration;
    private final @Nullable UUID folder;
    private final @Nullable String owner;
    private final Set<UUID> filled = new HashSet<>();

    UnitCheck(Transaction tx, UploadWork work, @Nullable UUID folder, @Nullable String owner) {
        this.tx = tx;
        this.state = tx.state();
        this.choices = state.choices();
        this.integration = work.integration();
        this.folder = folder;
        this.owner = owner;
    }

    Result check(UploadUnit unit) {
        try {
            checkTitles(unit);
            if (unit instanceof UploadUnit.StoredImages images) {
                return stored(images);
            }
            List<StoredFile> files = new ArrayList<>();
            for (FileRef file : unit.files()) {
                files.add(file(unit, file));
            }
            checkWhole(unit, files);
            return new Ready(unit, files, List.of());
        } catch (RefusedException refused) {
            return new Failed(new UnitError(unit.links(), refused.reason(), tx.newUuid(), "Adding " + nameOf(unit)));
        }
    }

    private void checkTitles(UploadUnit unit) {
        boolean composed = !(unit instanceof UploadUnit.Single || unit instanceof UploadUnit.Bad);
        if (composed && integration != null && unit.title() == null) {
            throw RefusedException.invalid("What is put together of files in a bucket needs a title.");
        }
        Stream.concat(Stream.ofNullable(unit.title()), unit.files().stream().map(FileRef::title))
                .filter(Objects::nonNull)
                .forEach(title -> StorageFolders.checkLength("title", title));
    }

    private Ready stored(UploadUnit.StoredImages unit) {
        List<FileRef> images = new ArrayList<>();
        List<StoredFile> files = new ArrayList<>();
        for (UUID uuid : unit.items()) {
            SharedItem shared = state.files().items().get(uuid);
            if (shared == null || !mayUse(shared) || !(shared.item().content() instanceof StoredFile file)) {
                throw RefusedException.notFound("There is no image item " + uuid + ".");
            }
            if (shared.item().type() != FakeDataType.IMAGE) {
                throw RefusedException.of(RefusalKind.FILE_TYPE, "Item " + uuid + " is no image.");
            }
            images.add(new FileRef(file.link(), shared.about().name()));
            files.add(file);
        }
        UploadUnit.Images group = new UploadUnit.Images(
                images, unit.title(), unit.createVideo(), unit.clusterByResolution(), unit.clientMetadata());
        checkWhole(group, files);
        return new Ready(group, files, unit.items());
    }

    private boolean mayUse(SharedItem shared) {
        User user = owner == null ? null : state.identities().users().get(owner);
        return user != null && FolderAccess.mayLink(state, new Actor.Person(user), shared);
    }

    private StoredFile file(UploadUnit unit, FileRef named) {
        if (unit instanceof UploadUnit.Bad bad) {
            throw RefusedException.invalid(bad.error());
        }
        String planned = state.uploads().failingLinks().get(named.link());
        if (planned != null) {
            throw RefusedException.invalid(planned);
        }
        if (integration != null && named.placeholder() == null) {
            PrivateUrls.check(named.link());
            return new StoredFile(integration.location(), named.link(), null, named.declaredSize(), named.declared());
        }
        StoredObject object = named.placeholder() == null ? sent(named.link()) : placeholder(named.placeholder());
        String name = unit instanceof UploadUnit.Single single ? single.file().title() : object.title();
        if (named.declared().equals(MediaFacts.UNKNOWN)) {
            return MediaRules.file(choices, typeOf(unit), object, name);
        }
        StoredFile unseen = MediaRules.unseen(object);
        Long size = named.declaredSize();
        return new StoredFile(
                unseen.location(),
                unseen.link(),
                unseen.blob(),
                size == null ? unseen.size() : size,
                named.declared().or(unseen.facts()));
    }

    private StoredObject sent(String link) {
        StoredObject object = HostedObjects.find(state, link);
        if (object == null || (owner != null && object.owner() != null && !owner.equals(object.owner()))) {
            throw RefusedException.notFound("There is no uploaded object " + Quoted.value(link) + ".");
        }
        if (object.folder() != null && !object.folder().equals(folder)) {
            throw RefusedException.invalid(
                    "Object " + Quoted.value(link) + " was sent to folder " + object.folder() + ".");
        }
        return object;
    }

    private StoredObject placeholder(UUID item) {
        StoredObject object = HostedObjects.promised(state, folder, owner, item);
        if (object == null) {
            throw RefusedException.notFound("No signed URL of item " + item + " was handed out for this folder.");
        }
        if (state.files().items().containsKey(item) || !filled.add(item)) {
            throw RefusedException.invalid("Item " + item + " has been filled already.");
        }
        return object;
    }

    private static void checkWhole(UploadUnit unit, List<StoredFile> files) {
        if (unit instanceof UploadUnit.Bad bad) {
            throw RefusedException.invalid(bad.error());
        }
        if (files.isEmpty()) {
            throw RefusedException.invalid("The unit has no files.");
        }
        if (unit instanceof UploadUnit.Images images
                && images.createVideo()
                && !images.clusterByResolution()
                && Resolutions.split(files.stream().filter(UnitCheck::hasSize).toList(), file -> file)
                                .size()
                        > 1) {
            throw RefusedException.invalid("A video is to be made of images of different sizes.");
        }
    }

    /** Files in a bucket, of which nobody said how large they are, fit all others. */
    private static boolean hasSize(StoredFile file) {
        return file.facts().width() != null && file.facts().height() != null;
    }

    private static FakeDataType typeOf(UploadUnit unit) {
        if (unit instanceof UploadUnit.Single single) {
            return single.type();
        }
        return unit instanceof UploadUnit.Dicom ? FakeDataType.DICOM : FakeDataType.IMG_GROUP;
    }

    private static String nameOf(UploadUnit unit) {
        return unit instanceof UploadUnit.Bad ? "a unit" : typeOf(unit) + " unit";
    }
}
