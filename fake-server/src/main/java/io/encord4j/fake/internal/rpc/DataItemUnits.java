package io.encord4j.fake.internal.rpc;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.UploadUnit;
import io.encord4j.fake.wire.model.WireAudioItem;
import io.encord4j.fake.wire.model.WireAudioMetadata;
import io.encord4j.fake.wire.model.WireDataItems;
import io.encord4j.fake.wire.model.WireDicomSeriesItem;
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

/** Understands {@code dataItems}: each entry is one unit of the job. */
final class DataItemUnits {

    private DataItemUnits() {}

    static List<UploadUnit> of(WireDataItems items) {
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
        MediaFacts facts = told == null
                ? MediaFacts.UNKNOWN
                : new MediaFacts(told.mimeType(), told.width(), told.height(), told.duration(), told.fps(), null);
        Long size = told == null ? null : told.fileSize();
        return new UploadUnit.Single(
                FakeDataType.VIDEO, item.objectUrl(), item.title(), item.clientMetadata(), facts, size);
    }

    private static UploadUnit image(WireImageItem item) {
        WireImageMetadata told = item.imageMetadata();
        MediaFacts facts = told == null
                ? MediaFacts.UNKNOWN
                : new MediaFacts(told.mimeType(), told.width(), told.height(), null, null, null);
        Long size = told == null ? null : told.fileSize();
        return new UploadUnit.Single(
                FakeDataType.IMAGE, item.objectUrl(), item.title(), item.clientMetadata(), facts, size);
    }

    private static UploadUnit imageGroup(WireImageGroupItem item) {
        return new UploadUnit.Images(
                item.images().stream()
                        .map(image -> new FileRef(image.url(), image.title()))
                        .toList(),
                item.title(),
                item.createVideo(),
                item.clusterByResolution(),
                item.clientMetadata());
    }

    private static UploadUnit dicomSeries(WireDicomSeriesItem item) {
        return new UploadUnit.Dicom(
                item.dicomFiles().stream()
                        .map(file -> new FileRef(file.url(), file.title()))
                        .toList(),
                item.title(),
                item.clientMetadata());
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
        MediaFacts facts = told == null
                ? MediaFacts.UNKNOWN
                : new MediaFacts(told.mimeType(), null, null, told.duration(), null, null);
        Long size = told == null ? null : told.fileSize();
        return new UploadUnit.Single(
                FakeDataType.AUDIO, item.objectUrl(), item.title(), item.clientMetadata(), facts, size);
    }

    private static UploadUnit nifti(WireNiftiItem item) {
        return new UploadUnit.Single(
                FakeDataType.NIFTI, item.objectUrl(), item.title(), item.clientMetadata(), MediaFacts.UNKNOWN, null);
    }

    private static UploadUnit text(WireTextItem item) {
        WireTextMetadata told = item.textMetadata();
        MediaFacts facts =
                told == null ? MediaFacts.UNKNOWN : new MediaFacts(told.mimeType(), null, null, null, null, null);
        Long size = told == null ? null : told.fileSize();
        return new UploadUnit.Single(
                FakeDataType.PLAIN_TEXT, item.objectUrl(), item.title(), item.clientMetadata(), facts, size);
    }

    private static UploadUnit pdf(WirePdfItem item) {
        WirePdfMetadata told = item.pdfMetadata();
        Long size = told == null ? null : told.fileSize();
        return new UploadUnit.Single(
                FakeDataType.PDF, item.objectUrl(), item.title(), item.clientMetadata(), MediaFacts.UNKNOWN, size);
    }
}
