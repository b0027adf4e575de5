package io.encord4j.internal.upload;

import io.encord4j.CancelledException;
import io.encord4j.EncordException;
import io.encord4j.ErrorDetails;
import io.encord4j.InterruptedCallException;
import io.encord4j.UploadOptions;
import io.encord4j.internal.operation.Waiting;
import io.encord4j.internal.upload.UnitUpload.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Lets some threads send files while others register what is there, in chunks. The first failure stops both, unless failures are tolerated. */
final class Pipeline {
    private final List<UnitUpload> units;
    private final Destination destination;
    private final UploadOptions options;
    private final Registrar registrar;
    private final Upload.Tools tools;
    private final ArrayDeque<List<UnitUpload>> full = new ArrayDeque<>();
    private List<UnitUpload> chunk = new ArrayList<>();
    private final Set<String> titles = new HashSet<>();
    private Waiting.Watch chunkBegan;
    private boolean stopped;
    private boolean complete;

    Pipeline(
            List<UnitUpload> units,
            Destination destination,
            UploadOptions options,
            Registrar registrar,
            Upload.Tools tools) {
        this.units = units;
        this.destination = destination;
        this.options = options;
        this.registrar = registrar;
        this.tools = tools;
        this.chunkBegan = tools.waiting().startWatch();
    }

    void run(UploadJournal journal) {
        Sender sender = new Sender(
                units, destination, tools.storage(), options, journal, meter(), this::ready, this::stopRegistering);
        units.stream().filter(UnitUpload::isSent).forEach(this::ready);
        sender.begin();
        int senders = sender.workers(options.parallelism());
        int registrars = Math.min(options.parallelJobs(), Math.max(1, units.size() / options.unitsPerJob()));
        if (units.stream().anyMatch(unit -> destination.unitsAtOnce(unit.unit().kind(), 2) == 1)) {
            registrars = Math.min(options.parallelJobs(), Math.max(1, units.size()));
        }
        if (senders <= 1 && units.size() <= 1) {
            send(sender, new AtomicInteger(1));
            register(sender);
            return;
        }
        AtomicInteger sending = new AtomicInteger(Math.max(1, senders));
        List<Runnable> work = new ArrayList<>(Collections.nCopies(Math.max(1, senders), () -> send(sender, sending)));
        work.addAll(Collections.nCopies(registrars, () -> register(sender)));
        new Crew(tools.background()).run(work, () -> stop(sender));
    }

    private ProgressMeter meter() {
        List<LocalFile> files = new ArrayList<>();
        for (UnitUpload unit : units) {
            for (int i = 0; i < unit.size(); i++) {
                if (unit.target(i) == null) {
                    files.add(unit.unit().files().get(i));
                }
            }
        }
        return new ProgressMeter(files, options.progressListener(), tools.waiting());
    }

    private void send(Sender sender, AtomicInteger sending) {
        try {
            sender.work();
        } catch (RuntimeException | Error e) {
            stop(sender);
            throw e;
        } finally {
            if (sending.decrementAndGet() == 0) {
                complete();
            }
        }
    }

    private void register(Sender sender) {
        for (@Nullable List<UnitUpload> next = next(); next != null; next = next()) {
            try {
                registrar.register(next);
            } catch (InterruptedCallException | CancelledException | Upload.ListenerFailure e) {
                stop(sender);
                throw e;
            } catch (EncordException e) {
                // Kept in the units, which the report shows.
                if (!options.tolerateFailures()) {
                    stop(sender);
                }
            }
        }
    }

    /** Takes a unit whose bytes are there, or some of them. */
    private synchronized void ready(UnitUpload unit) {
        if (stopped || unit.stage() != Stage.OPEN || unit.sentUnit().targets().isEmpty()) {
            return;
        }
        int limit = destination.unitsAtOnce(unit.unit().kind(), options.unitsPerJob());
        if (limit == 1) {
            full.add(List.of(unit));
            notifyAll();
            return;
        }
        if (!chunk.isEmpty() && !destination.place(chunk.get(0).unit()).equals(destination.place(unit.unit()))) {
            closeChunk();
        }
        String title = unit.unit().effectiveTitle();
        if (title != null && !titles.add(title)) {
            // A job tells rows apart by their titles.
            closeChunk();
            titles.add(title);
        }
        chunk.add(unit);
        if (chunk.size() >= limit) {
            closeChunk();
        } else if (chunk.size() == 1) {
            chunkBegan = tools.waiting().startWatch();
            notifyAll();
        }
    }

    private synchronized void closeChunk() {
        if (!chunk.isEmpty()) {
            full.add(chunk);
            notifyAll();
        }
        chunk = new ArrayList<>();
        titles.clear();
    }

    private synchronized void complete() {
        closeChunk();
        complete = true;
        notifyAll();
    }

    private void stop(Sender sender) {
        sender.stop();
        stopRegistering();
    }

    private synchronized void stopRegistering() {
        stopped = true;
        notifyAll();
    }

    private synchronized @Nullable List<UnitUpload> next() {
        while (full.isEmpty() && !complete && !stopped) {
            try {
                // Rows of large files do not wait until a chunk is full.
                Duration rest = tools.patience().minus(chunkBegan.elapsed());
                if (chunk.isEmpty()) {
                    wait();
                } else if (rest.isNegative() || rest.isZero()) {
                    closeChunk();
                } else {
                    TimeUnit.NANOSECONDS.timedWait(this, rest.toNanos());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedCallException(ErrorDetails.of("The thread was interrupted during an upload."), e);
            }
        }
        return stopped ? null : full.poll();
    }
}
