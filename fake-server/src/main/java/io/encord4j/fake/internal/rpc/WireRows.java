package io.encord4j.fake.internal.rpc;

import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.GroupImage;
import io.encord4j.fake.internal.platform.model.ImageGroup;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.storage.ObjectUrls;
import io.encord4j.fake.wire.json.Omissible;
import io.encord4j.fake.wire.model.WireDataRow;
import io.encord4j.fake.wire.model.WireDataType;
import io.encord4j.fake.wire.model.WireImageData;
import io.encord4j.fake.wire.model.WireStorageLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as the wire shows them. */
final class WireRows {

    private WireRows() {}

    /**
     * What of a row is shown only on request.
     *
     * @param metadata whether the customer's own data is shown
     * @param signedUrl whether there is a URL to download a hosted file
     * @param images whether the images of a group are listed
     * @param imageUrls whether they have such URLs
     */
    record Extras(boolean metadata, boolean signedUrl, boolean images, boolean imageUrls) {

        static final Extras NONE = new Extras(false, false, false, false);

        static Extras metadata(boolean wanted) {
            return new Extras(wanted, false, false, false);
        }
    }

    static WireDataRow row(DataRow row, Extras extras, ObjectUrls links) {
        StorageItem item = row.item();
        MediaFacts facts = item.facts();
        Long size = item.size();
        return new WireDataRow(
                row.hash(),
                row.title(),
                WireDataType.of(row.type().name()),
                row.createdAt(),
                row.lastEditedAt(),
                Omissible.of(facts.width()),
                Omissible.of(facts.height()),
                Omissible.of(item.link()),
                Omissible.of(size == null ? null : size.doubleValue()),
                Omissible.of(facts.mimeType()),
                WireStorageLocation.of(item.content().location().code()),
                Omissible.of(facts.framesPerSecond()),
                Omissible.of(facts.duration()),
                extras.metadata() ? row.clientMetadata() : null,
                extras.signedUrl() && item.content() instanceof StoredFile file ? download(file, links) : null,
                item.isSequence(),
                item.uuid(),
                extras.images() && item.content() instanceof ImageGroup group ? images(group, extras, links) : null);
    }

    /** Only hosted bytes can be downloaded: there is no URL for a sequence, whose images have one each. */
    static @Nullable String download(StoredFile file, ObjectUrls links) {
        return file.isHosted() ? links.forDownload(file.link()) : null;
    }

    private static List<WireImageData> images(ImageGroup group, Extras extras, ObjectUrls links) {
        return group.images().stream()
                .map(image -> image(image, extras.imageUrls() ? download(image.file(), links) : null))
                .toList();
    }

    private static WireImageData image(GroupImage image, @Nullable String signedUrl) {
        StoredFile file = image.file();
        MediaFacts facts = file.facts();
        Long size = file.size();
        return new WireImageData(
                image.hash(),
                image.title(),
                file.link(),
                facts.mimeType(),
                size == null ? null : size.doubleValue(),
                WireStorageLocation.of(file.location().code()),
                image.createdAt(),
                image.lastEditedAt(),
                facts.width(),
                facts.height(),
                signedUrl);
    }
}
