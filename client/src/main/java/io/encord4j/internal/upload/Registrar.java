package io.encord4j.internal.upload;

import io.encord4j.EncordException;
import io.encord4j.JobResult;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.Operation;
import io.encord4j.OperationFailedException;
import io.encord4j.Outcome;
import io.encord4j.ResourceNotFoundException;
import io.encord4j.UnitError;
import io.encord4j.UploadOptions;
import io.encord4j.internal.upload.Destination.Registration;
import io.encord4j.internal.upload.Destination.SentUnit;
import io.encord4j.internal.upload.UnitUpload.Registering;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has units registered whose bytes are there, and learns what came of it. */
final class Registrar {
    private final Destination destination;
    private final UploadOptions options;
    private final UploadJournal journal;
    private final InstantSource clock;

    Registrar(Destination destination, UploadOptions options, UploadJournal journal, InstantSource clock) {
        this.destination = destination;
        this.options = options;
        this.journal = journal;
        this.clock = clock;
    }

    /** Registers units by one call. Afterwards each is uploaded, failed, open again, or undecided. */
    void register(List<UnitUpload> units) {
        Map<SentUnit, UnitUpload> sent = sent(units);
        Instant now = clock.instant();
        units.forEach(unit -> unit.asked(new Registering(now, null)));
        journal.asked(units, now);
        Registration registration;
        try {
            registration = destination.register(List.copyOf(sent.keySet()));
        } catch (EncordException e) {
            failed(units, e);
            throw e;
        }
        if (registration instanceof Registration.Started started) {
            units.forEach(unit -> unit.asked(new Registering(now, started.job().id())));
            journal.started(units, started.job().id());
            Consumer<String> listener = options.jobListener();
            if (listener != null) {
                tell(listener, started.job().id());
            }
            await(sent, started.job());
        } else if (registration instanceof Registration.Ended ended) {
            sent.forEach((unit, upload) -> uploaded(upload, unit, ended.rows()));
        }
    }

    private static void tell(Consumer<String> listener, String jobId) {
        try {
            listener.accept(jobId);
        } catch (RuntimeException e) {
            throw new Upload.ListenerFailure(e);
        }
    }

    private void failed(List<UnitUpload> units, EncordException failure) {
        if (Ambiguity.mayHaveHappened(failure)) {
            units.forEach(unit -> unit.undecided(failure));
        } else {
            units.forEach(unit -> unit.refused(failure));
            journal.released(units);
        }
    }

    /** Goes on to wait for a job. */
    void follow(List<UnitUpload> units, String jobId) {
        try {
            await(sent(units), destination.follow(jobId, units.get(0).unit()));
        } catch (ResourceNotFoundException e) {
            // Nobody will tell any more what became of it.
            units.forEach(UnitUpload::forgetJob);
            throw e;
        }
    }

    private static Map<SentUnit, UnitUpload> sent(List<UnitUpload> units) {
        Map<SentUnit, UnitUpload> sent = new LinkedHashMap<>();
        units.forEach(unit -> sent.put(unit.sentUnit(), unit));
        return sent;
    }

    private void await(Map<SentUnit, UnitUpload> sent, Operation<JobResult> job) {
        Outcome<JobResult> outcome;
        try {
            outcome = job.await(options.timeout());
        } catch (EncordException e) {
            sent.values().forEach(unit -> unit.undecided(e));
            throw e;
        }
        JobResult result;
        try {
            result = outcome.orThrow();
        } catch (EncordException e) {
            if (outcome instanceof Outcome.Failed) {
                refuse(sent, e);
            } else if (outcome.isEnded()) {
                cancelled(sent, e);
            } else {
                sent.values().forEach(unit -> unit.undecided(e));
            }
            throw e;
        }
        settle(sent, result);
    }

    /** A job that has ended well. */
    private void settle(Map<SentUnit, UnitUpload> sent, JobResult result) {
        JobRows rows = JobRows.of(sent.keySet(), result, destination);
        @Nullable EncordException first = null;
        Map<SentUnit, UnitUpload> missing = new LinkedHashMap<>();
        int failed = result.failedUnits() + result.cancelledUnits();
        for (Map.Entry<SentUnit, UnitUpload> entry : sent.entrySet()) {
            List<AddedRow> own = rows.rows(entry.getKey());
            List<UnitError> errors = JobRows.about(entry.getKey(), result.unitErrors());
            if (own != null) {
                uploaded(entry.getValue(), entry.getKey(), own);
            } else if (!errors.isEmpty()) {
                first = refused(entry.getValue(), String.valueOf(errors.get(0).subtaskUuid()), result.errors(), errors);
                failed--;
            } else {
                missing.put(entry.getKey(), entry.getValue());
            }
        }
        for (Map.Entry<SentUnit, UnitUpload> entry : missing.entrySet()) {
            if (failed <= 0) {
                // The job says that it is there, only not which row it is.
                uploaded(entry.getValue(), entry.getKey(), List.of());
            } else if (failed >= missing.size()) {
                first = refused(entry.getValue(), "upload job", result.errors(), result.unitErrors());
            } else {
                // Some of them are there; the job does not tell which.
                first = new OperationFailedException("upload job", result.errors(), result.unitErrors());
                entry.getValue().undecided(first);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private EncordException refused(
            UnitUpload upload, String operationId, List<String> errors, List<UnitError> unitErrors) {
        List<String> texts = unitErrors.isEmpty()
                ? errors
                : unitErrors.stream().map(UnitError::error).toList();
        OperationFailedException failure = new OperationFailedException(operationId, texts, unitErrors);
        upload.refused(failure);
        journal.released(List.of(upload));
        return failure;
    }

    private void uploaded(UnitUpload upload, SentUnit unit, List<AddedRow> rows) {
        upload.uploaded(rows.stream().map(row -> destination.row(unit, row)).toList());
        journal.uploaded(upload, rows);
    }

    /** A job that failed has registered nothing. Whoever it does not blame is open again. */
    private void refuse(Map<SentUnit, UnitUpload> sent, EncordException failure) {
        OperationFailedException job = (OperationFailedException) failure;
        boolean blamesAnybody = sent.keySet().stream()
                .anyMatch(unit -> !JobRows.about(unit, job.unitErrors()).isEmpty());
        sent.forEach((unit, upload) -> {
            List<UnitError> errors = JobRows.about(unit, job.unitErrors());
            if (!errors.isEmpty()) {
                upload.refused(new OperationFailedException(
                        job.operationId(), errors.stream().map(UnitError::error).toList(), errors));
            } else if (blamesAnybody) {
                upload.released();
            } else {
                upload.refused(failure);
            }
        });
        journal.released(List.copyOf(sent.values()));
    }

    /** A job that was cancelled may have registered a part of its units. */
    private void cancelled(Map<SentUnit, UnitUpload> sent, EncordException failure) {
        sent.values().forEach(unit -> unit.undecided(failure));
        try {
            look(List.copyOf(sent.values()), true, failure);
        } catch (EncordException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Looks for units whose registration was not seen to end, by what they would have become.
     *
     * @param ended whether what was asked for has certainly come to an end, so that what is not there now never will be
     * @param failure what a unit that is not there failed with
     */
    void look(List<UnitUpload> units, boolean ended, @Nullable EncordException failure) {
        Map<SentUnit, UnitUpload> sent = sent(units);
        Instant since = units.stream()
                .map(UnitUpload::registering)
                .map(asked -> asked == null ? Instant.EPOCH : asked.since())
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Map<SentUnit, @Nullable List<AddedRow>> found = destination.find(sent.keySet(), since);
        sent.forEach((unit, upload) -> {
            List<AddedRow> rows = found.get(unit);
            if (rows != null && !rows.isEmpty()) {
                uploaded(upload, unit, rows);
            } else if (ended && rows != null) {
                if (failure == null) {
                    upload.released();
                } else {
                    upload.refused(failure);
                }
                journal.released(List.of(upload));
            }
        });
    }
}
