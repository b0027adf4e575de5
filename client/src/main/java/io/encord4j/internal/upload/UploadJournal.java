package io.encord4j.internal.upload;

import io.encord4j.JobResult.AddedRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how far each unit is, so that another process can go on. What it was told survives the end of this process, and that of the
 * machine once {@link #asked} or {@link #started} have returned. Safe for use by several threads.
 */
public interface UploadJournal extends AutoCloseable {

    /** Remembers nothing. */
    UploadJournal NONE = new UploadJournal() {
        @Override
        public void recall(List<UnitUpload> units) {}

        @Override
        public void sent(UnitUpload unit, int file, String objectKey, @Nullable String hash) {}

        @Override
        public void asked(List<UnitUpload> units, Instant since) {}

        @Override
        public void started(List<UnitUpload> units, String jobId) {}

        @Override
        public void uploaded(UnitUpload unit, List<AddedRow> rows) {}

        @Override
        public void released(List<UnitUpload> units) {}

        @Override
        public void close() {}
    };

    /**
     * Puts units where an earlier process has left them, as far as their files are still what they were.
     *
     * @param units the units; those that an earlier process has split off are added
     */
    void recall(List<UnitUpload> units);

    /**
     * The bytes of a file are there.
     *
     * @param hash their SHA-256; null if the journal is not to know it
     */
    void sent(UnitUpload unit, int file, String objectKey, @Nullable String hash);

    /** Units are about to be registered; when this returns, that is on the disk. */
    void asked(List<UnitUpload> units, Instant since);

    /** A job registers the units; when this returns, that is on the disk. */
    void started(List<UnitUpload> units, String jobId);

    /** A unit is registered. */
    void uploaded(UnitUpload unit, List<AddedRow> rows);

    /** Nothing of the units is registered; what was sent of them is still there. */
    void released(List<UnitUpload> units);

    @Override
    void close();
}
