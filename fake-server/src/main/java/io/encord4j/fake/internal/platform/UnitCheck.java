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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the files of an upload's units, or what is wrong with them. */
final class UnitCheck {

    /** What the check found. */
    sealed interface Result {}

    /** All files are there, in the order of the unit's links. */
    record Ready(UploadUnit unit, List<StoredFile> files) implements Result {}

    /** The unit cannot be taken in. */
    record Failed(UnitError error) implements Result {}

    private final Transaction tx;
    private final PlatformState state;
    private final Choices choices;
    private final @Nullable CloudIntegration integration;
    private final @Nullable String owner;

    UnitCheck(Transaction tx, UploadWork work, @Nullable String owner) {
        this.tx = tx;
        this.state = tx.state();
        this.choices = state.choices();
        this.integration = work.integration();
        this.owner = owner;
    }

    Result check(UploadUnit unit) {
        try {
            if (unit instanceof UploadUnit.StoredImages images) {
                return stored(images);
            }
            List<StoredFile> files = new ArrayList<>();
            for (String link : unit.links()) {
                files.add(file(unit, link));
            }
            checkWhole(unit, files);
            return new Ready(unit, files);
        } catch (RefusedException refused) {
            return new Failed(new UnitError(unit.links(), refused.reason(), tx.newUuid(), "Adding " + nameOf(unit)));
        }
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
            images.add(new FileRef(file.link(), shared.item().title()));
            files.add(file);
        }
        UploadUnit.Images group = new UploadUnit.Images(
                images, unit.title(), unit.createVideo(), unit.clusterByResolution(), unit.clientMetadata());
        checkWhole(group, files);
        return new Ready(group, files);
    }

    private boolean mayUse(SharedItem shared) {
        User user = owner == null ? null : state.identities().users().get(owner);
        return user != null
                && shared.datasets().stream()
                        .map(hash -> Objects.requireNonNull(state.datasets().get(hash)))
                        .anyMatch(dataset -> Access.mayOpen(state, user, dataset));
    }

    private StoredFile file(UploadUnit unit, String link) {
        if (unit instanceof UploadUnit.Bad bad) {
            throw RefusedException.invalid(bad.error());
        }
        String planned = state.uploads().failingLinks().get(link);
        if (planned != null) {
            throw RefusedException.invalid(planned);
        }
        if (integration != null) {
            PrivateUrls.check(link);
            boolean single = unit instanceof UploadUnit.Single;
            MediaFacts facts = single ? ((UploadUnit.Single) unit).declared() : MediaFacts.UNKNOWN;
            Long size = single ? ((UploadUnit.Single) unit).declaredSize() : null;
            return new StoredFile(integration.location(), link, null, size, facts);
        }
        StoredObject object = HostedObjects.find(state, link);
        if (object == null || (owner != null && object.owner() != null && !owner.equals(object.owner()))) {
            throw RefusedException.notFound("There is no uploaded object " + Quoted.value(link) + ".");
        }
        String name = unit instanceof UploadUnit.Single single ? single.title() : object.title();
        return MediaRules.file(choices, typeOf(unit), object, name);
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
                && Resolutions.split(files, file -> file).size() > 1) {
            throw RefusedException.invalid("A video is to be made of images of different sizes.");
        }
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
