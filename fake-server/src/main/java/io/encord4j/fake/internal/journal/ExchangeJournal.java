package io.encord4j.fake.internal.journal;

import io.encord4j.fake.journal.Journal;
import io.encord4j.fake.journal.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A journal that can be written. */
public final class ExchangeJournal implements Journal, AutoCloseable {

    private static final int BYTES_OF_AN_EMPTY_ENTRY = 300;

    private final int capacity;
    private final long mostBytes;
    private final Consumer<JournalEntry> listener;
    private final AtomicLong lastSequence = new AtomicLong();
    private final Map<Long, JournalEntry> entries = new LinkedHashMap<>();
    /** The place of each exchange that is kept in the order of endings, by its number; sorted by it. */
    private final Map<Long, Long> endings = new LinkedHashMap<>();

    private final Set<Long> shownAndNotOver = new HashSet<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private volatile boolean keepsBodies;
    private boolean closed;
    private long lastEnding;
    private long bytes;
    private long dropped;
    private long forgottenUpTo;

    /**
     * What somebody who follows the journal has not seen.
     *
     * @param entries exchanges that are over, in the order in which they ended
     * @param ended how many have ended, for asking again
     * @param forgottenUpTo exchanges up to this number were cleared
     */
    public record Tail(List<JournalEntry> entries, long ended, long forgottenUpTo) {

        public Tail {
            entries = List.copyOf(entries);
        }
    }

    private record Waiter(Predicate<JournalEntry> condition, CompletableFuture<Optional<JournalEntry>> future) {}

    /**
     * Makes an empty journal.
     *
     * @param capacity how many entries it keeps; the oldest are dropped
     * @param mostBytes how much memory they may take, about; the oldest are dropped beyond it
     * @param listener is told of each exchange that is over
     */
    public ExchangeJournal(int capacity, long mostBytes, Consumer<JournalEntry> listener) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A journal keeps at least one entry, not " + capacity + ".");
        }
        this.capacity = capacity;
        this.mostBytes = mostBytes;
        this.listener = listener;
    }

    /**
     * Takes the number of the next exchange.
     *
     * @return the number, from 1
     */
    public long takeSequence() {
        return lastSequence.incrementAndGet();
    }

    @Override
    public long lastSequence() {
        return lastSequence.get();
    }

    /**
     * Keeps an entry, in place of the one with the same number if there is one. An entry that was dropped before its
     * exchange was over does not come back. Waiters hear of each exchange that is over.
     */
    public void record(JournalEntry entry) {
        List<Waiter> woken = List.of();
        synchronized (this) {
            if (entry.sequence() > forgottenUpTo && !wasDropped(entry.sequence())) {
                JournalEntry replaced = entries.put(entry.sequence(), entry);
                bytes += size(entry) - (replaced == null ? 0 : size(replaced));
                dropOldest();
            }
            shownAndNotOver.add(entry.sequence());
            if (entry.isOver()) {
                lastEnding++;
                if (entries.containsKey(entry.sequence())) {
                    endings.put(entry.sequence(), lastEnding);
                }
                shownAndNotOver.remove(entry.sequence());
                woken = waiters.stream()
                        .filter(waiter -> waiter.condition().test(entry))
                        .toList();
                waiters.removeAll(woken);
            }
        }
        if (entry.isOver()) {
            listener.accept(entry);
        }
        woken.forEach(waiter -> waiter.future().complete(Optional.of(entry)));
    }

    @Override
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries.values());
    }

    @Override
    public List<JournalEntry> entries(String operation) {
        return entries().stream()
                .filter(entry -> entry.operation().equals(operation))
                .toList();
    }

    @Override
    public synchronized long dropped() {
        return dropped;
    }

    @Override
    public synchronized void clear() {
        entries.clear();
        endings.clear();
        bytes = 0;
        dropped = 0;
        forgottenUpTo = lastSequence.get();
    }

    @Override
    public void keepBodies(boolean keep) {
        keepsBodies = keep;
    }

    @Override
    public boolean keepsBodies() {
        return keepsBodies;
    }

    @Override
    public JournalEntry await(Predicate<JournalEntry> condition, Duration timeout) throws InterruptedException {
        CompletableFuture<Optional<JournalEntry>> next = next(condition);
        try {
            return next.get(timeout.toNanos(), TimeUnit.NANOSECONDS)
                    .orElseThrow(() -> new AssertionError("The world was closed before such an exchange.\n" + this));
        } catch (TimeoutException e) {
            throw new AssertionError("No such exchange was over within " + timeout + ".\n" + this, e);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("A waiter is only ever given an entry.", impossible);
        } finally {
            next.cancel(false);
        }
    }

    /**
     * Waits, without a thread, until an exchange is over that meets a condition; one that is already in the journal counts.
     *
     * @param condition what the entry must be like
     * @return completes with the first such entry, or with nothing when the journal is closed; whoever completes or cancels
     *     it waits no longer
     */
    public CompletableFuture<Optional<JournalEntry>> next(Predicate<JournalEntry> condition) {
        Waiter waiter = new Waiter(condition, new CompletableFuture<>());
        synchronized (this) {
            Optional<JournalEntry> known = entries.values().stream()
                    .filter(entry -> entry.isOver() && condition.test(entry))
                    .findFirst();
            if (known.isPresent() || closed) {
                return CompletableFuture.completedFuture(known);
            }
            waiters.add(waiter);
        }
        return waiting(waiter);
    }

    /**
     * Waits, without a thread, until another number of exchanges has ended than somebody knows of.
     *
     * @param known the number
     * @return completes then, or when the journal is closed; whoever completes or cancels it waits no longer
     */
    public CompletableFuture<Optional<JournalEntry>> nextAfter(long known) {
        Waiter waiter = new Waiter(any -> true, new CompletableFuture<>());
        synchronized (this) {
            if (known != lastEnding || closed) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            waiters.add(waiter);
        }
        return waiting(waiter);
    }

    /**
     * Lists what has ended since then.
     *
     * @param known how many exchanges had ended when somebody looked last; 0 for somebody who never did
     * @param most how many entries at most, the latest ones
     */
    public synchronized Tail endedAfter(long known, int most) {
        List<JournalEntry> fresh = endings.entrySet().stream()
                .filter(ending -> ending.getValue() > known)
                .map(ending -> Objects.requireNonNull(entries.get(ending.getKey())))
                .toList();
        return new Tail(fresh.subList(Math.max(0, fresh.size() - most), fresh.size()), lastEnding, forgottenUpTo);
    }

    /** Ends all waiting. */
    @Override
    public void close() {
        List<Waiter> ended;
        synchronized (this) {
            closed = true;
            ended = List.copyOf(waiters);
        }
        ended.forEach(waiter -> waiter.future().complete(Optional.empty()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // forgetting cannot fail, and the caller has the future itself
    private CompletableFuture<Optional<JournalEntry>> waiting(Waiter waiter) {
        waiter.future().whenComplete((entry, failure) -> forget(waiter));
        return waiter.future();
    }

    private synchronized void forget(Waiter waiter) {
        waiters.remove(waiter);
    }

    @Override
    public void assertCount(Predicate<JournalEntry> condition, int expected) {
        String text;
        long found;
        synchronized (this) {
            found = entries.values().stream().filter(condition).count();
            if (found == expected && dropped == 0) {
                return;
            }
            String doubt = dropped == 0
                    ? "."
                    : ", and nobody knows how many among the " + dropped
                            + " that were dropped. Let the journal keep more.";
            text = doubt + "\n" + this;
        }
        throw new AssertionError("Expected " + expected + " such exchanges, but there are " + found + text);
    }

    @Override
    public synchronized String toString() {
        if (entries.isEmpty()) {
            return "The journal is empty.";
        }
        String lines = entries.values().stream().map(JournalEntry::withBodies).collect(Collectors.joining("\n"));
        return dropped == 0 ? lines : dropped + " earlier entries were dropped.\n" + lines;
    }

    private boolean wasDropped(long sequence) {
        return shownAndNotOver.contains(sequence) && !entries.containsKey(sequence);
    }

    private void dropOldest() {
        Iterator<JournalEntry> oldest = entries.values().iterator();
        while (entries.size() > capacity || (bytes > mostBytes && entries.size() > 1)) {
            JournalEntry least = oldest.next();
            bytes -= size(least);
            endings.remove(least.sequence());
            oldest.remove();
            dropped++;
        }
    }

    private static long size(JournalEntry entry) {
        return BYTES_OF_AN_EMPTY_ENTRY
                + Stream.of(
                                entry.operation(),
                                entry.queryType(),
                                entry.queryMethod(),
                                entry.user(),
                                entry.httpMethod(),
                                entry.path(),
                                entry.errorToken(),
                                entry.message(),
                                entry.bodySha256(),
                                entry.requestBody(),
                                entry.responseBody(),
                                entry.fault())
                        .filter(Objects::nonNull)
                        .mapToLong(String::length)
                        .sum();
    }
}
