package io.encord4j.internal.workflow;

import io.encord4j.CloudUploadException;
import io.encord4j.DataType;
import io.encord4j.FileContent;
import io.encord4j.StagedFile;
import io.encord4j.UploadOptions;
import io.encord4j.UploadedData;
import io.encord4j.internal.upload.Destination;
import io.encord4j.internal.upload.Destination.SentUnit;
import io.encord4j.internal.upload.Destination.Target;
import io.encord4j.internal.upload.FileBody;
import io.encord4j.internal.upload.FinishedUpload;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.upload.Upload;
import io.encord4j.internal.upload.UploadUnit;
import io.encord4j.internal.upload.UploadUnit.Kind;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;

/** Sends bytes to one dataset, and registers what was sent, perhaps elsewhere. */
public final class StagingCalls {
    private static final int FORBIDDEN = 403;
    private static final int FRESH_URLS = 2;
    private static final int MOST_URLS = 64;

    private final DatasetContext context;
    private final SignedUrlPool videos;
    private final SignedUrlPool images;

    public StagingCalls(DatasetContext context) {
        this.context = context;
        context.refuseApiKey("A staged upload");
        Destination destination = new PlatformDestination(context, UploadOptions.ofDefaults());
        this.videos = new SignedUrlPool(destination, Kind.VIDEO);
        this.images = new SignedUrlPool(destination, Kind.IMAGE);
    }

    /** Sends bytes, and tells what they are known by. */
    public String send(StagedFile file, FileContent content) {
        Kind kind = kind(file);
        SignedUrlPool pool = kind == Kind.VIDEO ? videos : images;
        LocalFile named = new LocalFile(Path.of(content.name()), content.size(), 0);
        Target target = pool.next();
        for (int urls = 0; ; urls++) {
            try {
                FileBody body = new FileBody(content, pool.destination.headers(kind, named), sent -> {}, false);
                context.uploads().storage().put(target.signedUrl(), body, null);
                return target.objectKey();
            } catch (CloudUploadException e) {
                // What an expired URL gives; the others of its batch are as old.
                if (!Integer.valueOf(FORBIDDEN).equals(e.httpStatus()) || urls == FRESH_URLS) {
                    throw e;
                }
                target = pool.fresh();
            }
        }
    }

    /** Registers what was sent. */
    public FinishedUpload<UploadedData> register(List<StagedFile> files, UploadOptions options) {
        List<SentUnit> units = files.stream().map(StagingCalls::unit).toList();
        return Upload.ofSent(
                        units,
                        new PlatformDestination(context, options),
                        UploadedData.class,
                        options,
                        context.uploads())
                .run();
    }

    private static SentUnit unit(StagedFile file) {
        LocalFile named = new LocalFile(Path.of(file.objectKey()), file.size(), 0);
        return new SentUnit(
                UploadUnit.of(kind(file), named, file.title()), List.of(new Target("", file.objectKey(), null)));
    }

    private static Kind kind(StagedFile file) {
        return file.dataType().equals(DataType.VIDEO) ? Kind.VIDEO : Kind.IMAGE;
    }

    /** Signed URLs for files of one kind. Each call asks for twice as many as the one before, so that one file does not cost many URLs. */
    private static final class SignedUrlPool {
        private final Destination destination;
        private final UploadUnit unit;
        private final ArrayDeque<Target> urls = new ArrayDeque<>();
        private int next = 1;

        SignedUrlPool(Destination destination, Kind kind) {
            this.destination = destination;
            this.unit = UploadUnit.of(kind, new LocalFile(Path.of("staged"), 0, 0), null);
        }

        synchronized Target next() {
            if (urls.isEmpty()) {
                urls.addAll(destination.targets(
                        unit, Collections.nCopies(next, unit.files().get(0))));
                next = Math.min(2 * next, MOST_URLS);
            }
            return urls.remove();
        }

        /** A URL of now. */
        synchronized Target fresh() {
            urls.clear();
            next = 1;
            return next();
        }
    }
}
