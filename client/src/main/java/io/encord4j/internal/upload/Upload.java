package io.encord4j.internal.upload;

import io.encord4j.CancelledException;
import io.encord4j.EncordException;
import io.encord4j.ErrorDetails;
import io.encord4j.FileOutcome;
import io.encord4j.InterruptedCallException;
import io.encord4j.JournalStore;
import io.encord4j.UploadFailedException;
import io.encord4j.UploadOptions;
import io.encord4j.UploadResult;
import io.encord4j.internal.operation.Background;
import io.encord4j.internal.operation.Waiting;
import io.encord4j.internal.upload.Destination.SentUnit;
import io.encord4j.internal.upload.Destination.Target;
import io.encord4j.internal.upload.UnitUpload.Registering;
import io.encord4j.internal.upload.UnitUpload.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * An upload: recalls what a journal knows, looks for units whose registration was not seen to end, sends what is missing, and has it registered
 * while later files are being sent. It can be run again, and goes on from where it was.
 *
 * @param <T> what units become
 */
public final class Upload<T extends UploadResult> {
    private final Tools tools;
    private final Destination destination;
    private final Class<T> kind;
    private final UploadOptions options;
    private final List<UnitUpload> units = new ArrayList<>();
    private final Map<Integer, FileOutcome> leftOut = new HashMap<>();
    private final int files;
    private final ReentrantLock flight = new ReentrantLock();

    /**
     * What uploads of a client have in common.
     *
     * @param storage sends bytes
     * @param background threads
     * @param waiting tells the time and lets it pass
     * @param clock the time of day
     * @param patience how long a file waits at most for others that are registered together with it
     */
    public record Tools(
            Storage storage, Background background, Waiting waiting, InstantSource clock, Duration patience) {}

    /** Prepares an upload. */
    public Upload(
            List<? extends Planned> plan, Destination destination, Class<T> kind, UploadOptions options, Tools tools) {
        this.tools = tools;
        this.destination = destination;
        this.kind = kind;
        this.options = options;
        int place = 0;
        for (Planned planned : plan) {
            if (planned instanceof UploadUnit unit) {
                int[] places = new int[unit.files().size()];
                for (int i = 0; i < places.length; i++) {
                    places[i] = place++;
                }
                units.add(new UnitUpload(unit, places));
            } else if (planned instanceof Planned.LeftOut out) {
                leftOut.put(place++, new FileOutcome.Skipped(out.file(), out.reason()));
            }
        }
        this.files = place;
    }

    /** Prepares the registration of units whose bytes are there. */
    public static <T extends UploadResult> Upload<T> ofSent(
            List<SentUnit> sent, Destination destination, Class<T> kind, UploadOptions options, Tools tools) {
        Upload<T> upload = new Upload<>(sent.stream().map(SentUnit::unit).toList(), destination, kind, options, tools);
        for (int i = 0; i < sent.size(); i++) {
            List<Target> targets = sent.get(i).targets();
            for (int file = 0; file < targets.size(); file++) {
                boolean unused = upload.units.get(i).sent(file, targets.get(file));
            }
        }
        return upload;
    }

    /**
     * Uploads.
     *
     * @return what became of each file
     * @throws EncordException if nobody can have a report: no signed URLs for the first files, an interrupt, a closed client
     */
    public FinishedUpload<T> run() {
        try (UploadJournal journal = openJournal()) {
            journal.recall(units);
            attempt(journal);
        }
        return report();
    }

    private UploadJournal openJournal() {
        Supplier<? extends JournalStore> store = options.journalStore();
        if (store != null) {
            return new LineJournal(store.get(), destination, false);
        }
        return options.journal() == null
                ? UploadJournal.NONE
                : new LineJournal(JournalFile.open(options.journal()), destination, options.contentHashes());
    }

    /** Goes on with what failed, was not started, or is undecided. Calls from the same report share one attempt. */
    FinishedUpload<T> retry(FinishedUpload<T> earlier) {
        try {
            flight.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException(
                    ErrorDetails.of("The thread was interrupted while another one repeated the upload."), e);
        }
        try {
            FinishedUpload<T> next = earlier.next();
            if (next == null) {
                reopen();
                next = run();
                earlier.followedBy(next);
            }
            return next;
        } finally {
            flight.unlock();
        }
    }

    private void reopen() {
        for (UnitUpload unit : units) {
            if (unit.stage() == Stage.UPLOADED) {
                unit.skipped();
            } else if (unit.stage() != Stage.SKIPPED && unit.stage() != Stage.UNDECIDED) {
                unit.reopen();
            }
        }
    }

    private void attempt(UploadJournal journal) {
        Registrar registrar = new Registrar(destination, options, journal, tools.clock());
        try {
            reconcile(registrar);
            // Whatever is known now not to be registered is tried again, without being sent again.
            units.stream().filter(unit -> unit.stage() == Stage.FAILED).forEach(UnitUpload::reopen);
            for (UnitUpload unit : List.copyOf(units)) {
                UnitUpload rest = unit.splitRest();
                if (rest != null) {
                    units.add(rest);
                }
            }
            if (options.skipExisting()) {
                new ExistingFiles(destination).leaveOut(units);
            }
            List<UnitUpload> open =
                    units.stream().filter(unit -> unit.stage() == Stage.OPEN).toList();
            open.forEach(this::forgetWhatCannotBeRegistered);
            Pipeline pipeline = new Pipeline(open, destination, options, registrar, tools);
            pipeline.run(journal);
        } catch (InterruptedCallException e) {
            throw new InterruptedCallException(e.details(), e, report());
        } catch (CancelledException e) {
            throw new CancelledException(e.details(), e, report());
        } catch (ListenerFailure e) {
            throw new UploadFailedException(report(), e.thrown);
        }
    }

    private void forgetWhatCannotBeRegistered(UnitUpload unit) {
        for (int i = 0; i < unit.size(); i++) {
            var target = unit.target(i);
            if (target != null && target.record() == null && !destination.registersByKeyAlone()) {
                unit.forget(i);
            }
        }
    }

    /** Looks for what was asked for and not seen to end: first the jobs that are known, then the rows. */
    private void reconcile(Registrar registrar) {
        Map<String, List<UnitUpload>> jobs = new LinkedHashMap<>();
        undecided().forEach((unit, asked) -> {
            if (asked.jobId() != null) {
                jobs.computeIfAbsent(asked.jobId(), id -> new ArrayList<>()).add(unit);
            }
        });
        jobs.forEach((id, own) -> quietly(() -> registrar.follow(own, id)));
        List<UnitUpload> unseen = new ArrayList<>();
        undecided().forEach((unit, asked) -> {
            if (asked.jobId() == null) {
                unseen.add(unit);
            }
        });
        if (!unseen.isEmpty()) {
            quietly(() -> look(unseen, registrar));
        }
    }

    private Map<UnitUpload, Registering> undecided() {
        Map<UnitUpload, Registering> undecided = new LinkedHashMap<>();
        for (UnitUpload unit : units) {
            Registering asked = unit.registering();
            if (unit.stage() == Stage.UNDECIDED && asked != null) {
                undecided.put(unit, asked);
            }
        }
        return undecided;
    }

    private void look(List<UnitUpload> unseen, Registrar registrar) {
        registrar.look(unseen, false, null);
        List<UnitUpload> left =
                unseen.stream().filter(unit -> unit.stage() == Stage.UNDECIDED).toList();
        if (left.isEmpty()) {
            return;
        }
        Instant last = left.stream()
                .map(UnitUpload::registering)
                .map(asked -> asked == null ? Instant.MIN : asked.since())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        Duration rest = Duration.between(tools.clock().instant(), last.plus(options.settleTime()));
        if (rest.isNegative() || rest.isZero()) {
            registrar.look(left, true, null);
        } else if (options.waitForUndecided()) {
            tools.waiting().pause().accept(rest);
            registrar.look(left, true, null);
        }
    }

    /** What cannot be decided now stays undecided, with its cause. */
    private static void quietly(Runnable question) {
        try {
            question.run();
        } catch (InterruptedCallException | CancelledException e) {
            throw e;
        } catch (EncordException e) {
            // Kept in the units, which the report shows.
        }
    }

    private FinishedUpload<T> report() {
        FileOutcome[] outcomes = new FileOutcome[files];
        leftOut.forEach((place, outcome) -> outcomes[place] = outcome);
        List<T> created = new ArrayList<>();
        for (UnitUpload unit : units) {
            for (int i = 0; i < unit.size(); i++) {
                outcomes[unit.place(i)] = unit.outcome(i);
            }
            if (unit.stage() == Stage.UPLOADED) {
                unit.rows().forEach(row -> created.add(kind.cast(row)));
            }
        }
        return new FinishedUpload<>(created, List.of(outcomes), this, options.tolerateFailures());
    }

    /** What a listener has thrown, on its way out of the upload. */
    static final class ListenerFailure extends RuntimeException {
        private final RuntimeException thrown;

        ListenerFailure(RuntimeException thrown) {
            super(thrown);
            this.thrown = thrown;
        }
    }
}
