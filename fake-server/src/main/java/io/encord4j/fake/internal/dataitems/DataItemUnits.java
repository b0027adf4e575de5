package io.encord4j.fake.internal.dataitems;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.model.DicomFacts;
import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.SoundFacts;
import io.encord4j.fake.internal.platform.model.UploadUnit;
import io.encord4j.fake.wire.model.WireAudioItem;
import io.encord4j.fake.wire.model.WireAudioMetadata;
import io.encord4j.fake.wire.model.WireDataItems;
import io.encord4j.fake.wire.model.WireDicomFileItem;
import io.encord4j.fake.wire.model.WireDicomMetadata;
import io.encord4j.fake.wire.model.WireDicomSeriesItem;
import io.encord4j.fake.wire.model.WireGroupImage;
import io.encord4j.fake.wire.model.WireImageGroupFromItems;
import io.encord4j.fake.wire.model.WireImageGroupItem;
import io.encord4j.fake.wire.model.WireImageItem;
import io.encord4j.fake.wire.model.WireImageMetadata;
import io.encord4j.fake.wire.model.WireNiftiItem;
import io.encord4j.fake.wire.model.WirePdfItem;
import io.encord4j.fake.wire.model.WirePdfMetadata;
import io.encord4j.fake.wire.model.WireTextItem;
import io.encord4j.fake.wire.model.WireTextMetadata;
import io.encord4j.fake.wire.model.WireVideoItem;
import io.encord4j.fake.wire.model.WireVideoMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Understands {@code dataItems}: each entry is one unit of the job. */
public final class DataItemUnits {

    private DataItemUnits() {}

    /** The units, in the order of the lists, then within a list. */
    public static List<UploadUnit> of(WireDataItems items) {
        List<UploadUnit> units = new ArrayList<>();
        items.videos().forEach(video -> units.add(video(video)));
        items.imageGroups().forEach(group -> units.add(imageGroup(group)));
        items.dicomSeries().forEach(series -> units.add(dicomSeries(series)));
        items.images().forEach(image -> units.add(image(image)));
        items.imageGroupsFromItems().forEach(group -> units.add(storedImages(group)));
        items.audio().forEach(sound -> units.add(audio(sound)));
        items.nifti().forEach(volume -> units.add(nifti(volume)));
        items.text().forEach(text -> units.add(text(text)));
        items.pdf().forEach(document -> units.add(pdf(document)));
        return units;
    }

    private static UploadUnit video(WireVideoItem item) {
        WireVideoMetadata told = item.videoMetadata();
        FileRef file = told == null
                ? new FileRef(item.objectUrl(), item.title(), MediaFacts.UNKNOWN, null, item.placeholderItemUuid())
                : new FileRef(
                        item.objectUrl(),
                        item.title(),
                        new MediaFacts(told.mimeType(), told.width(), told.height(), told.duration(), told.fps(), null),
                        told.fileSize(),
                        item.placeholderItemUuid());
        return new UploadUnit.Single(FakeDataType.VIDEO, file, item.clientMetadata());
    }

    private static UploadUnit image(WireImageItem item) {
        FileRef file = image(item.objectUrl(), item.title(), item.imageMetadata(), item.placeholderItemUuid());
        return new UploadUnit.Single(FakeDataType.IMAGE, file, item.clientMetadata());
    }

    private static FileRef image(
            String url, @Nullable String title, @Nullable WireImageMetadata told, @Nullable UUID placeholder) {
        return told == null
                ? new FileRef(url, title, MediaFacts.UNKNOWN, null, placeholder)
                : new FileRef(
                        url,
                        title,
                        new MediaFacts(told.mimeType(), told.width(), told.height(), null, null, null),
                        told.fileSize(),
                        placeholder);
    }

    private static UploadUnit imageGroup(WireImageGroupItem item) {
        return new UploadUnit.Images(
                item.images().stream().map(DataItemUnits::frame).toList(),
                item.title(),
                item.createVideo(),
                item.clusterByResolution(),
                item.clientMetadata());
    }

    private static FileRef frame(WireGroupImage image) {
        return image(image.url(), image.title(), image.imageMetadata(), image.placeholderItemUuid());
    }

    private static UploadUnit dicomSeries(WireDicomSeriesItem item) {
        return new UploadUnit.Dicom(
                item.dicomFiles().stream().map(DataItemUnits::slice).toList(), item.title(), item.clientMetadata());
    }

    private static FileRef slice(WireDicomFileItem file) {
        WireDicomMetadata told = file.dicomMetadata();
        MediaFacts facts = told == null
                ? MediaFacts.UNKNOWN
                : new MediaFacts("application/dicom", null, null, null, null, null, null, names(told.tags()));
        return new FileRef(file.url(), file.title(), facts, null, file.placeholderItemUuid());
    }

    private static DicomFacts names(Map<String, @Nullable Object> tags) {
        return new DicomFacts(
                firstValue(tags.get("00080018")), firstValue(tags.get("0020000D")), firstValue(tags.get("0020000E")));
    }

    /** DICOM JSON keeps the values of a tag in a list. */
    private static @Nullable String firstValue(@Nullable Object tag) {
        return tag instanceof Map<?, ?> map
                        && map.get("Value") instanceof List<?> values
                        && !values.isEmpty()
                        && values.get(0) instanceof String first
                ? first
                : null;
    }

    private static UploadUnit storedImages(WireImageGroupFromItems group) {
        return new UploadUnit.StoredImages(
                group.imageItems(),
                group.title(),
                group.createVideo(),
                group.clusterByResolution(),
                group.clientMetadata());
    }

    private static UploadUnit audio(WireAudioItem item) {
        WireAudioMetadata told = item.audioMetadata();
        FileRef file = told == null
                ? new FileRef(item.objectUrl(), item.title(), MediaFacts.UNKNOWN, null, item.placeholderItemUuid())
                : new FileRef(
                        item.objectUrl(),
                        item.title(),
                        new MediaFacts(
                                told.mimeType(),
                                null,
                                null,
                                told.duration(),
                                null,
                                null,
                                new SoundFacts(told.sampleRate(), told.bitDepth(), told.codec(), told.numChannels()),
                                null),
                        told.fileSize(),
                        item.placeholderItemUuid());
        return new UploadUnit.Single(FakeDataType.AUDIO, file, item.clientMetadata());
    }

    private static UploadUnit nifti(WireNiftiItem item) {
        FileRef file =
                new FileRef(item.objectUrl(), item.title(), MediaFacts.UNKNOWN, null, item.placeholderItemUuid());
        return new UploadUnit.Single(FakeDataType.NIFTI, file, item.clientMetadata());
    }

    private static UploadUnit text(WireTextItem item) {
        WireTextMetadata told = item.textMetadata();
        MediaFacts facts = told == null ? MediaFacts.UNKNOWN : MediaFacts.ofType(told.mimeType());
        Long size = told == null ? null : told.fileSize();
        FileRef file = new FileRef(item.objectUrl(), item.title(), facts, size, item.placeholderItemUuid());
        return new UploadUnit.Single(FakeDataType.PLAIN_TEXT, file, item.clientMetadata());
    }

    private static UploadUnit pdf(WirePdfItem item) {
        WirePdfMetadata told = item.pdfMetadata();
        MediaFacts facts = told == null ? MediaFacts.UNKNOWN : MediaFacts.ofType("application/pdf");
        Long size = told == null ? null : told.fileSize();
        FileRef file = new FileRef(item.objectUrl(), item.title(), facts, size, item.placeholderItemUuid());
        return new UploadUnit.Single(FakeDataType.PDF, file, item.clientMetadata());
    }
}
