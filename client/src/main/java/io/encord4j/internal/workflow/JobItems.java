package io.encord4j.internal.workflow;

import io.encord4j.StoredImageGroup;
import io.encord4j.internal.upload.Destination.SentUnit;
import io.encord4j.internal.upload.Destination.Target;
import io.encord4j.internal.upload.UploadUnit;
import io.encord4j.wire.model.WireAudioItem;
import io.encord4j.wire.model.WireDataItems;
import io.encord4j.wire.model.WireDicomFileItem;
import io.encord4j.wire.model.WireDicomSeriesItem;
import io.encord4j.wire.model.WireGroupImage;
import io.encord4j.wire.model.WireImageGroupFromItems;
import io.encord4j.wire.model.WireImageGroupItem;
import io.encord4j.wire.model.WireImageItem;
import io.encord4j.wire.model.WireNiftiItem;
import io.encord4j.wire.model.WirePdfItem;
import io.encord4j.wire.model.WireTextItem;
import io.encord4j.wire.model.WireVideoItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an upload job is to register. */
final class JobItems {
    private final List<WireVideoItem> videos = new ArrayList<>();
    private final List<WireImageItem> images = new ArrayList<>();
    private final List<WireImageGroupItem> groups = new ArrayList<>();
    private final List<WireDicomSeriesItem> series = new ArrayList<>();
    private final List<WireAudioItem> audio = new ArrayList<>();
    private final List<WireNiftiItem> nifti = new ArrayList<>();
    private final List<WireTextItem> texts = new ArrayList<>();
    private final List<WirePdfItem> pdfs = new ArrayList<>();

    private JobItems() {}

    /**
     * The items of units that were sent.
     *
     * @param createVideo whether image groups become sequences
     * @param clusterByResolution whether images of different sizes become different groups
     */
    static WireDataItems of(List<SentUnit> units, boolean createVideo, boolean clusterByResolution) {
        JobItems items = new JobItems();
        units.forEach(unit -> items.add(unit, createVideo, clusterByResolution));
        return new WireDataItems(
                items.videos,
                items.groups,
                items.series,
                items.images,
                List.of(),
                items.audio,
                items.nifti,
                items.texts,
                items.pdfs,
                false,
                false);
    }

    /** Groups of images that are there already. */
    static WireDataItems ofStored(List<StoredImageGroup> groups) {
        return new WireDataItems(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                groups.stream()
                        .map(group -> new WireImageGroupFromItems(
                                group.images(),
                                group.title(),
                                group.clientMetadata(),
                                group.createVideo(),
                                null,
                                false))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                false);
    }

    private void add(SentUnit sent, boolean createVideo, boolean clusterByResolution) {
        UploadUnit unit = sent.unit();
        Target first = sent.targets().get(0);
        String key = first.objectKey();
        UUID place = placeholder(first);
        String title = unit.effectiveTitle();
        switch (unit.kind()) {
            case VIDEO -> videos.add(new WireVideoItem(key, title, Map.of(), null, place));
            case IMAGE -> images.add(new WireImageItem(key, title, Map.of(), null, place));
            case AUDIO -> audio.add(new WireAudioItem(key, title, Map.of(), null, place));
            case NIFTI -> nifti.add(new WireNiftiItem(key, title, Map.of(), place));
            case PLAIN_TEXT -> texts.add(new WireTextItem(key, title, Map.of(), null, place));
            case PDF -> pdfs.add(new WirePdfItem(key, title, Map.of(), null, place));
            case IMAGE_GROUP ->
                groups.add(new WireImageGroupItem(
                        parts(sent, (url, name, item) -> new WireGroupImage(url, name, null, item)),
                        title,
                        Map.of(),
                        createVideo,
                        clusterByResolution));
            case DICOM_SERIES ->
                series.add(new WireDicomSeriesItem(
                        parts(sent, (url, name, item) -> new WireDicomFileItem(url, name, null, item)),
                        title,
                        Map.of()));
        }
    }

    private interface Part<P> {
        P of(String objectKey, String name, @Nullable UUID placeholder);
    }

    private static <P> List<P> parts(SentUnit sent, Part<P> part) {
        List<P> parts = new ArrayList<>();
        for (int i = 0; i < sent.targets().size(); i++) {
            Target target = sent.targets().get(i);
            parts.add(part.of(target.objectKey(), sent.unit().files().get(i).name(), placeholder(target)));
        }
        return parts;
    }

    /** The item that a folder has reserved for the bytes. */
    private static @Nullable UUID placeholder(Target target) {
        return target.record() instanceof UUID item ? item : null;
    }
}
