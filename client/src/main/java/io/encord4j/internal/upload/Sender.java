package io.encord4j.internal.upload;

import io.encord4j.CancelledException;
import io.encord4j.CloudUploadException;
import io.encord4j.EncordException;
import io.encord4j.InterruptedCallException;
import io.encord4j.UploadOptions;
import io.encord4j.internal.upload.Destination.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends the files of units to the storage, a few at a time and in their order, and hands on each unit whose bytes are there. */
final class Sender {
    private static final int FORBIDDEN = 403;
    private static final int FRESH_URLS = 2;

    private final Destination destination;
    private final Storage storage;
    private final UploadOptions options;
    private final UploadJournal journal;
    private final ProgressMeter meter;
    private final Consumer<UnitUpload> sent;
    private final Runnable failed;
    private final List<Part> parts = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean stopped;

    /** One file, and the signed URLs that it shares with its neighbours. */
    private record Part(UnitUpload unit, int file, UrlBatch urls, int place) {
        LocalFile localFile() {
            return unit.unit().files().get(file);
        }

        Target target() {
            return urls.target(place);
        }
    }

    /** What files have to agree on that share a call for signed URLs. */
    private record Sharing(UploadUnit.Kind kind, Object place) {}

    /** Makes a sender of what the units still lack. */
    Sender(
            List<UnitUpload> units,
            Destination destination,
            Storage storage,
            UploadOptions options,
            UploadJournal journal,
            ProgressMeter meter,
            Consumer<UnitUpload> sent,
            Runnable failed) {
        this.destination = destination;
        this.storage = storage;
        this.options = options;
        this.journal = journal;
        this.meter = meter;
        this.sent = sent;
        this.failed = failed;
        Map<Sharing, UrlBatch> batches = new HashMap<>();
        for (UnitUpload unit : units) {
            Sharing sharing = new Sharing(unit.unit().kind(), destination.place(unit.unit()));
            for (int file = 0; file < unit.size(); file++) {
                if (unit.target(file) == null) {
                    UrlBatch urls = batches.get(sharing);
                    if (urls == null || urls.isFull()) {
                        urls = new UrlBatch(destination, unit.unit());
                        batches.put(sharing, urls);
                    }
                    parts.add(new Part(
                            unit, file, urls, urls.add(unit.unit().files().get(file))));
                }
            }
        }
    }

    /**
     * Asks for the first signed URLs.
     *
     * @throws EncordException if there are none, so that nothing was sent
     */
    void begin() {
        if (!parts.isEmpty()
                && destination.urlsAtOnce(parts.get(0).unit().unit().kind()) > 1) {
            Target unused = parts.get(0).target();
        }
    }

    /** How many threads can work at once. */
    int workers(int wanted) {
        return Math.min(wanted, parts.size());
    }

    /** Begins no further file. */
    void stop() {
        stopped = true;
    }

    /** Sends files until there are no more. */
    void work() {
        for (int i = next.getAndIncrement(); i < parts.size() && !stopped; i = next.getAndIncrement()) {
            Part part = parts.get(i);
            boolean complete;
            try {
                complete = part.unit().sent(part.file(), send(part));
            } catch (InterruptedCallException | CancelledException e) {
                stop();
                throw e;
            } catch (EncordException e) {
                complete = part.unit().notSent(part.file(), e);
                if (!options.tolerateFailures()) {
                    stop();
                    failed.run();
                    continue;
                }
            }
            if (complete) {
                sent.accept(part.unit());
            }
        }
    }

    private Target send(Part part) {
        LocalFile file = part.localFile();
        UploadUnit unit = part.unit().unit();
        ProgressMeter.FileMeter fileMeter = meter.file();
        try {
            Target target = part.target();
            for (int urls = 0; ; urls++) {
                try {
                    FileBody body = new FileBody(
                            file, destination.headers(unit.kind(), file), fileMeter::sent, options.contentHashes());
                    storage.put(target.signedUrl(), body, options.retryPolicy());
                    destination.stored(unit.kind(), target);
                    journal.sent(part.unit(), part.file(), destination.remember(target), body.hash());
                    return target;
                } catch (CloudUploadException e) {
                    // What an expired URL gives. A new one costs little; but a storage that refuses new ones too has
                    // other reasons.
                    if (!Integer.valueOf(FORBIDDEN).equals(e.httpStatus()) || urls == FRESH_URLS) {
                        throw e;
                    }
                    target = destination.targets(unit, List.of(file)).get(0);
                }
            }
        } finally {
            fileMeter.finished();
        }
    }

    /**
     * Signed URLs of one call. The service is asked when the first of them is needed, so that none expires while it waits for its turn; others
     * who need one meanwhile wait for the same answer, and what the service has refused once it is not asked for again.
     */
    private static final class UrlBatch {
        private final Destination destination;
        private final UploadUnit unit;
        private final List<LocalFile> files = new ArrayList<>();
        private @Nullable List<Target> targets;
        private @Nullable EncordException refusal;

        UrlBatch(Destination destination, UploadUnit unit) {
            this.destination = destination;
            this.unit = unit;
        }

        boolean isFull() {
            return files.size() >= destination.urlsAtOnce(unit.kind());
        }

        int add(LocalFile file) {
            files.add(file);
            return files.size() - 1;
        }

        synchronized Target target(int place) {
            if (refusal != null) {
                throw refusal;
            }
            List<Target> known = targets;
            if (known == null) {
                try {
                    known = destination.targets(unit, files);
                } catch (InterruptedCallException | CancelledException e) {
                    throw e;
                } catch (EncordException e) {
                    refusal = e;
                    throw e;
                }
                targets = known;
            }
            return known.get(place);
        }
    }
}
