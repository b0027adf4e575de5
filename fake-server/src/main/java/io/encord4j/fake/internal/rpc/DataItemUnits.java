package io.encord4j.fake.internal.rpc;

import io.encord4j.fake.internal.platform.Refusal;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.model.DataType;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.NamedLink;
import io.encord4j.fake.internal.platform.model.RefusalKind;
import io.encord4j.fake.internal.platform.model.UploadUnit;
import io.encord4j.fake.wire.model.WireDataItems;
import io.encord4j.fake.wire.model.WireDicomSeriesItem;
import io.encord4j.fake.wire.model.WireImageGroupItem;
import io.encord4j.fake.wire.model.WireImageItem;
import io.encord4j.fake.wire.model.WireImageMetadata;
import io.encord4j.fake.wire.model.WireVideoItem;
import io.encord4j.fake.wire.model.WireVideoMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands {@code dataItems}: each entry is one unit of the job. */
final class DataItemUnits {

    private DataItemUnits() {}

    static List<UploadUnit> of(WireDataItems items) {
        List<UploadUnit> units = new ArrayList<>();
        items.videos().forEach(video -> units.add(video(video)));
        items.imageGroups().forEach(group -> units.add(imageGroup(group)));
        items.dicomSeries().forEach(series -> units.add(dicomSeries(series)));
        items.images().forEach(image -> units.add(image(image)));
        items.imageGroupsFromItems().forEach(group -> units.add(storedImages(new PayloadFields(group))));
        items.audio().forEach(entry -> units.add(single(DataType.AUDIO, entry)));
        items.nifti().forEach(entry -> units.add(single(DataType.NIFTI, entry)));
        items.text().forEach(entry -> units.add(single(DataType.PLAIN_TEXT, entry)));
        items.pdf().forEach(entry -> units.add(single(DataType.PDF, entry)));
        return units;
    }

    private static UploadUnit video(WireVideoItem item) {
        WireVideoMetadata told = item.videoMetadata();
        MediaFacts facts = told == null
                ? MediaFacts.UNKNOWN
                : new MediaFacts(told.mimeType(), told.width(), told.height(), told.duration(), told.fps(), null);
        Long size = told == null ? null : told.fileSize();
        return new UploadUnit.Single(
                DataType.VIDEO, item.objectUrl(), item.title(), item.clientMetadata(), facts, size);
    }

    private static UploadUnit image(WireImageItem item) {
        WireImageMetadata told = item.imageMetadata();
        MediaFacts facts = told == null
                ? MediaFacts.UNKNOWN
                : new MediaFacts(told.mimeType(), told.width(), told.height(), null, null, null);
        Long size = told == null ? null : told.fileSize();
        return new UploadUnit.Single(
                DataType.IMAGE, item.objectUrl(), item.title(), item.clientMetadata(), facts, size);
    }

    private static UploadUnit imageGroup(WireImageGroupItem item) {
        return new UploadUnit.Images(
                item.images().stream()
                        .map(image -> new NamedLink(image.url(), image.title()))
                        .toList(),
                item.title(),
                item.createVideo(),
                item.clusterByResolution(),
                item.clientMetadata());
    }

    private static UploadUnit dicomSeries(WireDicomSeriesItem item) {
        return new UploadUnit.Dicom(
                item.dicomFiles().stream()
                        .map(file -> new NamedLink(file.url(), file.title()))
                        .toList(),
                item.title(),
                item.clientMetadata());
    }

    /** Dataset uploads never send these; the description leaves their entries open. */
    private static UploadUnit storedImages(PayloadFields group) {
        return new UploadUnit.StoredImages(
                group.uuids("imageItems"),
                group.text("title"),
                Boolean.TRUE.equals(group.flag("createVideo")),
                Boolean.TRUE.equals(group.flag("clusterByResolution")),
                group.object("clientMetadata"));
    }

    /** The kinds that dataset uploads never send; the description leaves their entries open. */
    private static UploadUnit single(DataType type, Map<String, @Nullable Object> entry) {
        PayloadFields fields = new PayloadFields(entry);
        String link = fields.text("objectUrl");
        if (link == null) {
            throw invalid("An entry of " + type + " has no objectUrl.");
        }
        return new UploadUnit.Single(
                type, link, fields.text("title"), fields.object("clientMetadata"), MediaFacts.UNKNOWN, null);
    }

    private static RefusedException invalid(String message) {
        return new Refusal(RefusalKind.INVALID_ARGUMENTS, message).thrown();
    }
}
