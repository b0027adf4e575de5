package io.encord4j.internal.workflow;

import io.encord4j.ErrorDetails;
import io.encord4j.MalformedAnswerException;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.upload.Sending;
import io.encord4j.internal.upload.StorageHeaders;
import io.encord4j.wire.model.WireRegisteredData;
import io.encord4j.wire.model.WireSignedUrlRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sending as it was in 2022: signed URLs by name, and every file registered by itself. */
final class ApiKeySending implements Sending<WireSignedUrlRecord, WireRegisteredData> {
    private final DatasetContext context;
    private final boolean images;
    private final @Nullable String title;

    private ApiKeySending(DatasetContext context, boolean images, @Nullable String title) {
        this.context = context;
        this.images = images;
        this.title = title;
    }

    /** Videos. The service takes the name that it is asked with for the title, so a title is asked with instead. */
    static ApiKeySending videos(DatasetContext context, @Nullable String title) {
        return new ApiKeySending(context, false, title);
    }

    /** Images that become part of a group. */
    static ApiKeySending images(DatasetContext context) {
        return new ApiKeySending(context, true, null);
    }

    /** The service gives one URL at a time for videos. */
    @Override
    public int batch() {
        return images ? BATCH : 1;
    }

    @Override
    public List<Target<WireSignedUrlRecord>> targets(List<LocalFile> files) {
        List<String> names = files.stream().map(this::name).toList();
        List<WireSignedUrlRecord> records = images
                ? context.transport().execute(context.rpc().getSignedImageUrls(Rpc.about(names)))
                : names.stream().map(this::video).toList();
        if (!records.stream().map(WireSignedUrlRecord::title).toList().equals(names)) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("The signed URLs are not those of the files that were asked for, in their order."),
                    null);
        }
        List<Target<WireSignedUrlRecord>> targets = new ArrayList<>();
        for (WireSignedUrlRecord entry : records) {
            targets.add(new Target<>(entry.signedUrl(), entry));
        }
        return targets;
    }

    private WireSignedUrlRecord video(String name) {
        return context.transport().execute(context.rpc().getSignedVideoUrl(Rpc.about(name)));
    }

    @Override
    public StorageHeaders headers(LocalFile file) {
        return StorageHeaders.of2022(images ? StorageHeaders.imageType(file.name()) : "application/octet-stream");
    }

    @Override
    public WireRegisteredData sent(LocalFile file, WireSignedUrlRecord key) {
        Function<WireSignedUrlRecord, retrofit2.Call<WireRegisteredData>> registration = images
                ? entry -> context.rpc().registerImage(Rpc.of(entry.dataHash(), entry))
                : entry -> context.rpc().registerVideo(Rpc.of(entry.dataHash(), entry));
        return context.transport().execute(registration.apply(key));
    }

    private String name(LocalFile file) {
        return title == null ? file.name() : title;
    }
}
