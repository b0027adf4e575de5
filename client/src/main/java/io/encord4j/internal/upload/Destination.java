package io.encord4j.internal.upload;

import io.encord4j.EncordException;
import io.encord4j.JobResult;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.Operation;
import io.encord4j.UploadResult;
import io.encord4j.internal.upload.UploadUnit.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where files go, and by which calls: a dataset on the wire of 2022 or of 2026. Safe for use by several threads. */
public interface Destination {

    /** Names the place in a journal; the same for each client of it. */
    String name();

    /** What units have to agree on that share a call for signed URLs, or a registration. */
    default Object place(UploadUnit unit) {
        return name();
    }

    /** How many signed URLs one call asks for at most. With one, a refusal concerns that file alone. */
    int urlsAtOnce(Kind kind);

    /** How many units one registration takes at most, of those that the user wants. */
    default int unitsAtOnce(Kind kind, int wanted) {
        return kind.isGroup() ? 1 : wanted;
    }

    /**
     * Asks for signed URLs.
     *
     * @param unit what the files belong to, for its kind and title
     * @param files at most {@link #urlsAtOnce} files of units of this kind and title
     * @return one target for each, in the same order
     */
    List<Target> targets(UploadUnit unit, List<LocalFile> files);

    /** How the bytes of a file are presented to the storage. */
    StorageHeaders headers(Kind kind, LocalFile file);

    /** Tells the service that the bytes of a part are there, if it wants to know. It makes no row. */
    default void stored(Kind kind, Target target) {}

    /**
     * Asks for units to be registered. This call is never repeated by whoever makes it.
     *
     * @return the job that does it, or what came of it
     * @throws EncordException if it fails; {@link Ambiguity} tells whether it may have been carried out
     */
    Registration register(List<SentUnit> units);

    /**
     * Follows a job that was started, perhaps by another process.
     *
     * @param jobId the job
     * @param unit one of its units
     */
    Operation<JobResult> follow(String jobId, UploadUnit unit);

    /**
     * Looks for units that may be registered: by the links of their files, which are their object keys.
     *
     * @param units whose registration was asked for
     * @param since when the first of them was asked for
     * @return the rows of those that are there; null values for those of which nobody can tell
     */
    Map<SentUnit, @Nullable List<AddedRow>> find(Collection<SentUnit> units, Instant since);

    /**
     * Where the bytes of rows are.
     *
     * @return the rows by the object keys of their files, as far as the service tells
     */
    Map<String, AddedRow> byFileLink(Collection<AddedRow> rows);

    /** Tells of everything that is there already where a unit goes, as it comes: title and size as far as the service knows them. */
    void eachExisting(UploadUnit unit, Existing existing);

    /** Hears of something that is there already. */
    interface Existing {
        void of(@Nullable String title, @Nullable Long size);
    }

    /** Whether an object key is all that a registration needs, so that another process can make it. */
    default boolean registersByKeyAlone() {
        return true;
    }

    /** What a journal keeps of a target, so that another process can register it. Never a secret. */
    default String remember(Target target) {
        return target.objectKey();
    }

    /** The target that a journal has kept. */
    default Target recall(String remembered) {
        return new Target("", remembered, null);
    }

    /** What a unit has become. */
    UploadResult row(SentUnit unit, AddedRow added);

    /**
     * A place for the bytes of one file.
     *
     * @param signedUrl where to send them, a secret; empty once they are sent
     * @param objectKey what they are known by, from the signed URL to the row
     * @param record what else the service wants to have back; null for nothing
     */
    record Target(
            String signedUrl, String objectKey, @Nullable Object record) {
        Target sent() {
            return new Target("", objectKey, record);
        }

        @Override
        public String toString() {
            return "Target[objectKey=" + objectKey + "]";
        }
    }

    /**
     * A unit whose bytes are there.
     *
     * @param unit the unit; of a group only the files that were sent
     * @param targets where each file is
     */
    record SentUnit(UploadUnit unit, List<Target> targets) {
        /** The object keys of all files. */
        public List<String> objectKeys() {
            return targets.stream().map(Target::objectKey).toList();
        }
    }

    /** What a registration has led to. */
    sealed interface Registration {
        /** A job that does it. */
        record Started(Operation<JobResult> job) implements Registration {}

        /** The rows of the only unit. */
        record Ended(List<AddedRow> rows) implements Registration {}
    }
}
