package io.encord4j.internal.upload;

import io.encord4j.CallTimeoutException;
import io.encord4j.EncordException;
import io.encord4j.ErrorDetails;
import io.encord4j.FileOutcome;
import io.encord4j.UploadResult;
import io.encord4j.internal.upload.Destination.SentUnit;
import io.encord4j.internal.upload.Destination.Target;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit on its way, from its first byte to its row. Each moment has one stage; whoever works on the unit moves it on, so that sending,
 * registering, repeating and the report speak of the same fact.
 */
final class UnitUpload {
    private UploadUnit unit;

    /** The places of its files among all files of the upload. */
    private final int[] places;

    private final @Nullable Target[] targets;
    private Stage stage = Stage.OPEN;
    private @Nullable Registering registering;
    private @Nullable EncordException failure;
    private List<? extends UploadResult> rows = List.of();
    private boolean isRegistered;
    private String reasonToSkip = "";

    /** What this is the rest of: a group that was made without its files. */
    private final @Nullable UnitUpload whole;

    private @Nullable UnitUpload rest;
    /** Why files could not be sent; null if there is no such file. */
    private @Nullable EncordException @Nullable [] fileFailures;

    /** How far a unit is. */
    enum Stage {
        /** Not all bytes are there, or they are and nothing was asked yet. */
        OPEN,
        /** Could not be sent or was refused; nothing of it is registered. */
        FAILED,
        /** Asked to be registered, and the answer was not seen. */
        UNDECIDED,
        /** Registered by this upload. */
        UPLOADED,
        /** Registered before this attempt, or not to be uploaded. */
        SKIPPED
    }

    /**
     * A registration that was asked for.
     *
     * @param since when
     * @param jobId the job that does it; null while it is not known
     */
    record Registering(Instant since, @Nullable String jobId) {}

    UnitUpload(UploadUnit unit, int... places) {
        this(unit, null, places);
    }

    private UnitUpload(UploadUnit unit, @Nullable UnitUpload whole, int... places) {
        this.unit = unit;
        this.whole = whole;
        this.places = places;
        this.targets = new @Nullable Target[places.length];
    }

    synchronized UploadUnit unit() {
        return unit;
    }

    /** The place of a file among all files of the upload. */
    int place(int file) {
        return places[file];
    }

    int size() {
        return places.length;
    }

    synchronized Stage stage() {
        return stage;
    }

    synchronized @Nullable Registering registering() {
        return registering;
    }

    synchronized @Nullable Target target(int file) {
        return targets[file];
    }

    /** Tells that the bytes of a file are there; true if it was the last one that was awaited. */
    synchronized boolean sent(int file, Target target) {
        targets[file] = target.sent();
        return isAttempted();
    }

    /** Tells that the bytes of a file could not be sent; true if nothing else of the unit is awaited. */
    synchronized boolean notSent(int file, EncordException cause) {
        if (fileFailures == null) {
            fileFailures = new @Nullable EncordException[targets.length];
        }
        fileFailures[file] = cause;
        return isAttempted();
    }

    private @Nullable EncordException fileFailure(int file) {
        return fileFailures == null ? null : fileFailures[file];
    }

    private boolean isAttempted() {
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] == null && fileFailure(i) == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether every file is there. */
    synchronized boolean isSent() {
        for (@Nullable Target target : targets) {
            if (target == null) {
                return false;
            }
        }
        return true;
    }

    /** What is there; of a group perhaps a part. */
    synchronized SentUnit sentUnit() {
        List<LocalFile> files = new ArrayList<>();
        List<Target> there = new ArrayList<>();
        for (int i = 0; i < targets.length; i++) {
            Target target = targets[i];
            if (target != null) {
                files.add(unit.files().get(i));
                there.add(target);
            }
        }
        return new SentUnit(new UploadUnit(unit.kind(), files, unit.title()), there);
    }

    synchronized void asked(Registering asked) {
        stage = Stage.UNDECIDED;
        registering = asked;
    }

    synchronized void undecided(EncordException cause) {
        stage = Stage.UNDECIDED;
        failure = cause;
    }

    synchronized void refused(EncordException cause) {
        stage = Stage.FAILED;
        registering = null;
        failure = cause;
    }

    /** Nothing of it is registered, by no fault of its own. */
    synchronized void released() {
        stage = Stage.OPEN;
        registering = null;
        failure = null;
    }

    synchronized void uploaded(List<? extends UploadResult> made) {
        stage = Stage.UPLOADED;
        failure = null;
        rows = List.copyOf(made);
        registered();
    }

    /** It was registered before this attempt; which rows it is, an earlier report tells. */
    synchronized void skipped() {
        skipped("It was uploaded before.");
        rows = List.of();
        registered();
    }

    private void registered() {
        registering = null;
        isRegistered = true;
        if (!unit.kind().isGroup()) {
            // A million files are remembered, and their keys are not needed any more. Those of a group tell what is in
            // it.
            Arrays.fill(targets, null);
        }
    }

    /** It is not uploaded. */
    synchronized void skipped(String reason) {
        stage = Stage.SKIPPED;
        reasonToSkip = reason;
    }

    /** Forgets the failures of the last attempt, and looks anew at the files that could not be sent. */
    synchronized void reopen() {
        stage = Stage.OPEN;
        failure = null;
        if (fileFailures != null) {
            List<LocalFile> files = new ArrayList<>(unit.files());
            for (int i = 0; i < targets.length; i++) {
                if (fileFailure(i) != null) {
                    files.set(i, files.get(i).anew());
                }
            }
            unit = new UploadUnit(unit.kind(), files, unit.title());
            fileFailures = null;
        }
    }

    synchronized void forget(int file) {
        targets[file] = null;
    }

    /** Its files are no longer those that were sent. */
    synchronized void forgetAll() {
        Arrays.fill(targets, null);
        isRegistered = false;
        released();
    }

    /** Whoever wants to know what became of it has to look for it. */
    synchronized void forgetJob() {
        if (registering != null) {
            registering = new Registering(registering.since(), null);
        }
    }

    synchronized List<? extends UploadResult> rows() {
        return rows;
    }

    /** Makes a unit of the files that were left out of what a group became; null if there are none, or they are one already. */
    synchronized @Nullable UnitUpload splitRest() {
        if (!unit.kind().isGroup() || rest != null || !isRegistered || isSent()) {
            return null;
        }
        List<LocalFile> files = new ArrayList<>();
        int[] left = new int[targets.length];
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] == null) {
                left[files.size()] = places[i];
                files.add(unit.files().get(i));
            }
        }
        rest = new UnitUpload(
                new UploadUnit(unit.kind(), files, unit.title()), this, Arrays.copyOf(left, files.size()));
        return rest;
    }

    @Nullable
    UnitUpload whole() {
        return whole;
    }

    /** What to tell of one of its files. */
    synchronized FileOutcome outcome(int file) {
        Path path = unit.files().get(file).path();
        EncordException ofFile = fileFailure(file);
        if (ofFile != null) {
            return new FileOutcome.Failed(path, ofFile);
        }
        if (unit.kind().isGroup() && isRegistered && targets[file] == null) {
            return new FileOutcome.NotStarted(path);
        }
        EncordException cause = failure;
        return switch (stage) {
            case OPEN -> new FileOutcome.NotStarted(path);
            case FAILED ->
                cause == null || targets[file] == null
                        ? new FileOutcome.NotStarted(path)
                        : new FileOutcome.Failed(path, cause);
            case UNDECIDED -> new FileOutcome.Undecided(path, cause == null ? unseen(path) : cause);
            case UPLOADED ->
                new FileOutcome.Uploaded(path, unit.kind().isGroup() || rows.isEmpty() ? null : rows.get(0));
            case SKIPPED -> new FileOutcome.Skipped(path, reasonToSkip);
        };
    }

    private static EncordException unseen(Path file) {
        return new CallTimeoutException(
                ErrorDetails.of("An earlier process asked for " + file
                                + " to be registered, and did not see the answer.")
                        .withRemedy("Go on with the journal later; what is there then is recognized."),
                null);
    }
}
