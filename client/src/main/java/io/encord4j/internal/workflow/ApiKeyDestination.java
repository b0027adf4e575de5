package io.encord4j.internal.workflow;

import io.encord4j.DataRow;
import io.encord4j.DataRowExtras;
import io.encord4j.DataRowFilter;
import io.encord4j.DataType;
import io.encord4j.ErrorDetails;
import io.encord4j.ImageGroup;
import io.encord4j.ImageInfo;
import io.encord4j.JobResult;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.MalformedAnswerException;
import io.encord4j.MethodNotAllowedException;
import io.encord4j.Operation;
import io.encord4j.UploadResult;
import io.encord4j.Video;
import io.encord4j.internal.upload.Destination;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.upload.StorageHeaders;
import io.encord4j.internal.upload.UploadUnit;
import io.encord4j.internal.upload.UploadUnit.Kind;
import io.encord4j.wire.model.WireNoSettings;
import io.encord4j.wire.model.WireRegisteredData;
import io.encord4j.wire.model.WireSignedUrlRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dataset on the wire of 2022: signed URLs by name, and every file registered by itself. The key of an object is the hash that its record has,
 * which becomes that of the row.
 */
final class ApiKeyDestination implements Destination {
    private static final int IMAGES_AT_ONCE = 200;
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final DatasetContext context;
    private final RowCalls rows;

    ApiKeyDestination(DatasetContext context) {
        this.context = context;
        this.rows = new RowCalls(context);
    }

    @Override
    public String name() {
        return "dataset " + context.datasetHash() + ", by API key";
    }

    /** The service gives one URL at a time for videos. */
    @Override
    public int urlsAtOnce(Kind kind) {
        return kind == Kind.VIDEO ? 1 : IMAGES_AT_ONCE;
    }

    @Override
    public int unitsAtOnce(Kind kind, int wanted) {
        return 1;
    }

    /** The record that came with a signed URL goes back with the registration, and is a secret for its sake. */
    @Override
    public boolean registersByKeyAlone() {
        return false;
    }

    @Override
    public List<Target> targets(UploadUnit unit, List<LocalFile> files) {
        boolean video = unit.kind() == Kind.VIDEO;
        // The service takes the name that it is asked with for the title, so a title is asked with instead.
        List<String> names = video
                ? List.of(Objects.requireNonNullElse(unit.effectiveTitle(), ""))
                : files.stream().map(LocalFile::name).toList();
        List<WireSignedUrlRecord> records = video
                ? List.of(context.transport().execute(context.rpc().getSignedVideoUrl(Rpc.about(names.get(0)))))
                : context.transport().execute(context.rpc().getSignedImageUrls(Rpc.about(names)));
        if (!records.stream().map(WireSignedUrlRecord::title).toList().equals(names)) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("The signed URLs are not those of the files that were asked for, in their order."),
                    null);
        }
        return records.stream()
                .map(entry -> new Target(entry.signedUrl(), entry.dataHash(), entry))
                .toList();
    }

    @Override
    public StorageHeaders headers(Kind kind, LocalFile file) {
        return StorageHeaders.of2022(
                kind == Kind.VIDEO ? "application/octet-stream" : StorageHeaders.imageType(file.name()));
    }

    /** Images are registered one by one before they become a group; that alone makes no row. */
    @Override
    public void stored(Kind kind, Target target) {
        if (kind == Kind.IMAGE_GROUP) {
            WireSignedUrlRecord entry = entry(target);
            WireRegisteredData unused =
                    context.transport().execute(context.rpc().registerImage(Rpc.of(entry.dataHash(), entry)));
        }
    }

    private static WireSignedUrlRecord entry(Target target) {
        return (WireSignedUrlRecord) Objects.requireNonNull(target.record(), "record");
    }

    @Override
    public Registration register(List<SentUnit> units) {
        SentUnit unit = units.get(0);
        if (unit.unit().kind() == Kind.VIDEO) {
            WireSignedUrlRecord entry = entry(unit.targets().get(0));
            WireRegisteredData data =
                    context.transport().execute(context.rpc().registerVideo(Rpc.of(entry.dataHash(), entry)));
            return new Registration.Ended(List.of(new AddedRow(data.dataHash(), data.title(), null)));
        }
        return new Registration.Ended(
                context
                        .transport()
                        .execute(context.rpc().createImageGroup(Rpc.of(unit.objectKeys(), new WireNoSettings())))
                        .stream()
                        .map(group -> new AddedRow(group.dataHash(), group.title(), null))
                        .toList());
    }

    @Override
    public Operation<JobResult> follow(String jobId, UploadUnit unit) {
        throw new IllegalStateException("There are no jobs with an API key");
    }

    @Override
    public Map<SentUnit, @Nullable List<AddedRow>> find(Collection<SentUnit> units, Instant since) {
        List<DataRow> all = rows.getDataset(false).dataRows();
        Map<String, AddedRow> byHash = new HashMap<>();
        all.forEach(row -> byHash.put(row.dataHash(), added(row)));
        Map<SentUnit, @Nullable List<AddedRow>> found = new HashMap<>();
        for (SentUnit unit : units) {
            if (unit.unit().kind() == Kind.VIDEO) {
                AddedRow row = byHash.get(unit.targets().get(0).objectKey());
                found.put(unit, row == null ? List.of() : List.of(row));
            } else {
                found.put(unit, groups(unit, all, since));
            }
        }
        return found;
    }

    private static AddedRow added(DataRow row) {
        return new AddedRow(row.dataHash(), Objects.requireNonNullElse(row.title(), ""), null);
    }

    /** The groups that hold images of a unit; null if the service does not tell what is in a group. */
    private @Nullable List<AddedRow> groups(SentUnit unit, List<DataRow> all, Instant since) {
        Set<String> keys = new HashSet<>(unit.objectKeys());
        List<AddedRow> groups = new ArrayList<>();
        for (DataRow row : all) {
            if (!DataType.IMG_GROUP.equals(row.dataType())
                    || (row.createdAt() != null && row.createdAt().isBefore(since.minus(CLOCK_SKEW)))) {
                continue;
            }
            try {
                List<ImageInfo> images = rows.get(
                                row.dataHash(),
                                DataRowExtras.ofDefaults().toBuilder()
                                        .images(true)
                                        .build())
                        .images();
                if (images == null) {
                    return null;
                }
                if (images.stream().map(ImageInfo::imageHash).anyMatch(keys::contains)) {
                    groups.add(added(row));
                }
            } catch (MethodNotAllowedException e) {
                return null;
            }
        }
        return groups;
    }

    @Override
    public Map<String, AddedRow> byFileLink(Collection<AddedRow> added) {
        return Map.of();
    }

    @Override
    public void eachExisting(UploadUnit unit, Existing existing) {
        try (Stream<DataRow> all = rows.stream(DataRowFilter.ofDefaults())) {
            all.forEach(row -> existing.of(row.title(), row.fileSize()));
        }
    }

    @Override
    public UploadResult row(SentUnit unit, AddedRow added) {
        if (unit.unit().kind() != Kind.VIDEO) {
            return new ImageGroup(added.dataHash(), added.title(), null);
        }
        Object entry = unit.targets().isEmpty() ? null : unit.targets().get(0).record();
        String link =
                entry instanceof WireSignedUrlRecord known ? Objects.requireNonNullElse(known.fileLink(), "") : "";
        return new Video(added.dataHash(), added.title(), link, null);
    }
}
