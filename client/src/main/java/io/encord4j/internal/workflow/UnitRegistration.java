package io.encord4j.internal.workflow;

import io.encord4j.CancelledException;
import io.encord4j.EncordException;
import io.encord4j.ErrorDetails;
import io.encord4j.FileOutcome;
import io.encord4j.InterruptedCallException;
import io.encord4j.JobResult;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.MalformedAnswerException;
import io.encord4j.Operation;
import io.encord4j.OperationFailedException;
import io.encord4j.Outcome;
import io.encord4j.UnitError;
import io.encord4j.UploadOptions;
import io.encord4j.UploadedData;
import io.encord4j.internal.upload.FileUpload;
import io.encord4j.internal.upload.Transfer;
import io.encord4j.internal.upload.Transfer.Sent;
import io.encord4j.wire.model.WireDataItems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes files of a batch into the dataset, each as a row, by jobs. A job tells which row is which file by the title only, so files of one title
 * go into different jobs.
 */
final class UnitRegistration implements FileUpload.Registration<String> {
    private final UploadJobs jobs;
    private final UploadOptions options;
    private final Function<List<Unit>, WireDataItems> items;
    private final BiFunction<AddedRow, String, UploadedData> row;

    /** The jobs whose end was not seen, by the outcomes that say so. */
    private final IdentityHashMap<FileOutcome, Job> underWay = new IdentityHashMap<>();

    /**
     * A file that was sent.
     *
     * @param objectKey where its bytes are
     * @param title the title that its row is to have
     */
    record Unit(String objectKey, String title) {}

    /** A job, the files in it by title and by their places in the batch, and what has become of them. */
    private record Job(
            Operation<JobResult> operation,
            Map<String, Integer> round,
            List<Transfer<String>> transfers,
            List<FileOutcome> outcomes) {}

    UnitRegistration(
            UploadJobs jobs,
            UploadOptions options,
            Function<List<Unit>, WireDataItems> items,
            BiFunction<AddedRow, String, UploadedData> row) {
        this.jobs = jobs;
        this.options = options;
        this.items = items;
        this.row = row;
    }

    @Override
    public List<FileOutcome> register(List<Transfer<String>> transfers) {
        boolean failed = transfers.stream().anyMatch(Transfer.Failed.class::isInstance);
        List<FileOutcome> outcomes = new ArrayList<>();
        List<Map<String, Integer>> rounds = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            Transfer<String> transfer = transfers.get(i);
            outcomes.add(
                    transfer instanceof Transfer.Failed<String> failure
                            ? new FileOutcome.Failed(failure.file().path(), failure.cause())
                            : new FileOutcome.NotStarted(transfer.file().path()));
            if (transfer instanceof Sent<String> sent && (!failed || options.tolerateFailures())) {
                put(rounds, title(sent), i);
            }
        }
        for (Map<String, Integer> round : rounds) {
            if (!take(round, transfers, outcomes) && !options.tolerateFailures()) {
                break;
            }
        }
        return outcomes;
    }

    private static void put(List<Map<String, Integer>> rounds, String title, int position) {
        for (Map<String, Integer> round : rounds) {
            if (round.putIfAbsent(title, position) == null) {
                return;
            }
        }
        Map<String, Integer> round = new LinkedHashMap<>();
        round.put(title, position);
        rounds.add(round);
    }

    /** Runs one job; tells whether all of its files are in. */
    private boolean take(Map<String, Integer> round, List<Transfer<String>> transfers, List<FileOutcome> outcomes) {
        List<Unit> units = new ArrayList<>();
        round.forEach((title, i) -> units.add(new Unit(objectKey(transfers.get(i)), title)));
        Operation<JobResult> job;
        try {
            job = jobs.takeIn(items.apply(units), options.tolerateFailures(), options);
        } catch (InterruptedCallException | CancelledException e) {
            throw e;
        } catch (EncordException e) {
            round.forEach((title, i) -> outcomes.set(
                    i, new FileOutcome.Failed(transfers.get(i).file().path(), e)));
            return false;
        }
        return await(new Job(job, round, transfers, outcomes));
    }

    private boolean await(Job job) {
        Map<String, Integer> round = job.round();
        boolean ended = false;
        JobResult result;
        try {
            Outcome<JobResult> end = job.operation().await(options.timeout());
            ended = end.isEnded();
            result = end.orThrow();
        } catch (InterruptedCallException | CancelledException e) {
            throw e;
        } catch (EncordException e) {
            Set<String> blamed = blamed(job, e);
            for (int i : round.values()) {
                FileOutcome outcome = refused(job.transfers().get(i), e, blamed);
                job.outcomes().set(i, outcome);
                if (!ended) {
                    underWay.put(outcome, job);
                }
            }
            return false;
        }
        Map<String, AddedRow> rows = rows(round.keySet(), result);
        round.forEach((title, i) ->
                job.outcomes().set(i, outcome(job.transfers().get(i), rows.get(title), result)));
        return rows.keySet().containsAll(round.keySet());
    }

    @Override
    public List<FileOutcome> lookAgain(List<FileOutcome> earlier) {
        IdentityHashMap<FileOutcome, FileOutcome> now = new IdentityHashMap<>();
        for (FileOutcome outcome : earlier) {
            Job job = underWay.get(outcome);
            if (job != null) {
                Job again = new Job(job.operation(), job.round(), job.transfers(), new ArrayList<>(job.outcomes()));
                job.round().values().forEach(i -> underWay.remove(job.outcomes().get(i)));
                await(again);
                job.round()
                        .values()
                        .forEach(i ->
                                now.put(job.outcomes().get(i), again.outcomes().get(i)));
            }
        }
        return earlier.stream()
                .map(outcome -> now.getOrDefault(outcome, outcome))
                .toList();
    }

    @Override
    public boolean isUnderWay(FileOutcome outcome) {
        return underWay.containsKey(outcome);
    }

    /** Which row is which file. A single title that the service has changed can only be that of the single row left over. */
    private static Map<String, AddedRow> rows(Set<String> titles, JobResult result) {
        Map<String, AddedRow> rows = new HashMap<>();
        List<AddedRow> others = new ArrayList<>();
        for (AddedRow added : result.rows()) {
            if (!titles.contains(added.title()) || rows.putIfAbsent(added.title(), added) != null) {
                others.add(added);
            }
        }
        List<String> open =
                titles.stream().filter(title -> !rows.containsKey(title)).toList();
        if (open.size() == 1 && others.size() == 1 && result.unitErrors().isEmpty()) {
            rows.put(open.get(0), others.get(0));
        }
        return rows;
    }

    /** The files that the service names as the reasons for the failure of a whole job. */
    private static Set<String> blamed(Job job, EncordException failure) {
        Set<String> blamed = new HashSet<>();
        for (int i : job.round().values()) {
            String objectKey = objectKey(job.transfers().get(i));
            if (failure instanceof OperationFailedException failed
                    && !about(objectKey, failed.unitErrors()).isEmpty()) {
                blamed.add(objectKey);
            }
        }
        return blamed;
    }

    /** A job fails as a whole: who is not to blame for it was sent, but is not registered. */
    private static FileOutcome refused(Transfer<String> transfer, EncordException failure, Set<String> blamed) {
        Path file = transfer.file().path();
        String objectKey = objectKey(transfer);
        if (failure instanceof OperationFailedException failed && blamed.contains(objectKey)) {
            return new FileOutcome.Failed(file, ofUnit(failed.operationId(), about(objectKey, failed.unitErrors())));
        }
        return blamed.isEmpty() ? new FileOutcome.Failed(file, failure) : new FileOutcome.NotStarted(file);
    }

    private FileOutcome outcome(Transfer<String> transfer, @Nullable AddedRow added, JobResult result) {
        String objectKey = objectKey(transfer);
        return added == null
                ? new FileOutcome.Failed(transfer.file().path(), missing(objectKey, result))
                : new FileOutcome.Uploaded(transfer.file().path(), row.apply(added, objectKey));
    }

    private static String objectKey(Transfer<String> transfer) {
        return ((Sent<String>) transfer).result();
    }

    private static EncordException missing(String objectKey, JobResult result) {
        List<UnitError> errors = about(objectKey, result.unitErrors());
        return errors.isEmpty()
                ? new MalformedAnswerException(
                        ErrorDetails.of("The upload job has ended well, but the row of the file is not in its answer."),
                        null)
                : ofUnit(errors.get(0).subtaskUuid().toString(), errors);
    }

    private static OperationFailedException ofUnit(String operationId, List<UnitError> errors) {
        return new OperationFailedException(
                operationId, errors.stream().map(UnitError::error).toList(), errors);
    }

    private static List<UnitError> about(String objectKey, List<UnitError> errors) {
        return errors.stream()
                .filter(error -> error.objectUrls().contains(objectKey))
                .toList();
    }

    private String title(Sent<String> sent) {
        String title = options.title();
        return title == null ? sent.file().name() : title;
    }
}
