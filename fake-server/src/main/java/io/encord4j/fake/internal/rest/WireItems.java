package io.encord4j.fake.internal.rest;

import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.model.DicomFacts;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.ImageGroup;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.SoundFacts;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.storage.ObjectUrls;
import io.encord4j.fake.wire.model.WireStorageItem;
import io.encord4j.fake.wire.model.WireStorageItemLocation;
import io.encord4j.fake.wire.model.WireStorageItemPage;
import io.encord4j.fake.wire.model.WireStorageItemType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Items as clients see them. */
final class WireItems {

    private WireItems() {}

    /** All that there is, on one page. */
    static WireStorageItemPage page(PlatformState state, List<SharedItem> items, @Nullable ObjectUrls links) {
        return page(state, items, null, links);
    }

    static WireStorageItemPage page(
            PlatformState state, List<SharedItem> items, @Nullable String next, @Nullable ObjectUrls links) {
        return new WireStorageItemPage(
                items.stream().map(item -> item(state, item, links)).toList(), next);
    }

    /**
     * Writes an item.
     *
     * @param links signs the URL of the file, or null to show none
     */
    static WireStorageItem item(PlatformState state, SharedItem item, @Nullable ObjectUrls links) {
        StoredFile file = item.item().content() instanceof StoredFile single ? single : null;
        MediaFacts facts = item.item().facts();
        SoundFacts sound = facts.sound();
        DicomFacts dicom = facts.dicom();
        UUID folder = Objects.requireNonNull(item.at().folder());
        return new WireStorageItem(
                item.uuid(),
                folder,
                WireStorageItemType.of(item.item().kind().wireName()),
                item.about().name(),
                "",
                Objects.requireNonNullElse(WireFolders.text(item.about().metadata()), "{}"),
                owner(state, item, folder),
                item.item().createdAt(),
                item.about().editedAt(),
                item.tombstone(),
                false,
                item.rows().size(),
                location(item.item().content().location()),
                item.at().integration(),
                file == null ? null : file.link(),
                file == null || links == null ? null : signed(file, links),
                item.item().size(),
                facts.mimeType(),
                facts.duration(),
                facts.framesPerSecond(),
                facts.height(),
                facts.width(),
                dicom == null ? null : dicom.instanceUid(),
                dicom == null ? null : dicom.studyUid(),
                dicom == null ? null : dicom.seriesUid(),
                item.item().content() instanceof ImageGroup group
                        ? (Integer) group.images().size()
                        : null,
                sound == null ? null : sound.sampleRate(),
                sound == null ? null : sound.bitDepth(),
                sound == null ? null : sound.codec(),
                sound == null ? null : sound.channels());
    }

    /** Files of a customer's bucket are told by their own URL. */
    private static String signed(StoredFile file, ObjectUrls links) {
        return file.isHosted() ? links.forDownload(file.link()) : file.link();
    }

    private static String owner(PlatformState state, SharedItem item, UUID folder) {
        String owner = item.at().owner();
        Folder around = Objects.requireNonNull(state.files().folders().find(folder));
        return WireFolders.email(state, owner == null ? around.owner() : owner);
    }

    private static WireStorageItemLocation location(FakeStorageLocation location) {
        return switch (location) {
            case CORD_STORAGE -> WireStorageItemLocation.ENCORD;
            case AWS -> WireStorageItemLocation.S3;
            case GCP -> WireStorageItemLocation.GCP;
            case AZURE -> WireStorageItemLocation.AZURE;
            case S3_COMPATIBLE -> WireStorageItemLocation.S3_COMPATIBLE;
        };
    }
}
