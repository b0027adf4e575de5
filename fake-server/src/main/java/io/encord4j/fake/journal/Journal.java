package io.encord4j.fake.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/**
 * The latest exchanges of one world. An entry can be seen from the moment its answer is decided, or a fault is about to
 * cut the connection, so that whoever has an answer or sees the cut finds its entry; waiters are woken only when the exchange is over. Safe for use by many threads.
 */
public final class Journal {

    private final int capacity;
    private final Consumer<JournalEntry> listener;
    private final AtomicLong lastSequence = new AtomicLong();
    private final Map<Long, JournalEntry> entries = new LinkedHashMap<>();
    private final Set<Long> shownAndNotOver = new HashSet<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private long dropped;
    private long forgottenUpTo;

    private record Waiter(Predicate<JournalEntry> condition, CompletableFuture<JournalEntry> future) {}

    /**
     * Makes an empty journal.
     *
     * @param capacity how many entries it keeps; the oldest are dropped
     * @param listener is told of each exchange that is over
     */
    public Journal(int capacity, Consumer<JournalEntry> listener) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A journal keeps at least one entry, not " + capacity + ".");
        }
        this.capacity = capacity;
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

    /**
     * Tells how many exchanges have begun, those that were dropped or cleared included.
     *
     * @return the number of the latest exchange; 0 before the first
     */
    public long lastSequence() {
        return lastSequence.get();
    }

    /**
     * Keeps an entry, in place of the one with the same number if there is one. An entry that was dropped before its
     * exchange was over does not come back. Waiters hear of each exchange that is over.
     *
     * @param entry the entry
     */
    public void record(JournalEntry entry) {
        List<Waiter> woken = List.of();
        synchronized (this) {
            if (entry.sequence() > forgottenUpTo && !wasDropped(entry.sequence())) {
                entries.put(entry.sequence(), entry);
                dropOldest();
            }
            shownAndNotOver.add(entry.sequence());
            if (entry.isOver()) {
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
        woken.forEach(waiter -> waiter.future().complete(entry));
    }

    /**
     * Lists what is kept.
     *
     * @return the entries in the order in which they were answered
     */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * Lists the calls of an operation.
     *
     * @param operation the operation's id, for example {@code getDataset}
     * @return its entries in the order in which they were answered
     */
    public List<JournalEntry> entries(String operation) {
        return entries().stream()
                .filter(entry -> entry.operation().equals(operation))
                .toList();
    }

    /**
     * Tells how many entries had to make room for later ones.
     *
     * @return the number of dropped entries
     */
    public synchronized long dropped() {
        return dropped;
    }

    /** Forgets all exchanges so far, those in progress included. Numbers go on. */
    public synchronized void clear() {
        entries.clear();
        dropped = 0;
        forgottenUpTo = lastSequence.get();
    }

    /**
     * Waits until an exchange is over that meets a condition; one that is already in the journal counts.
     *
     * @param condition what the entry must be like
     * @param timeout how long to wait at most, in real time
     * @return the first such entry
     * @throws InterruptedException if the thread is interrupted meanwhile
     * @throws AssertionError if there is none in time; the message shows the journal
     */
    public JournalEntry await(Predicate<JournalEntry> condition, Duration timeout) throws InterruptedException {
        Waiter waiter = new Waiter(condition, new CompletableFuture<>());
        synchronized (this) {
            Optional<JournalEntry> known = entries.values().stream()
                    .filter(entry -> entry.isOver() && condition.test(entry))
                    .findFirst();
            if (known.isPresent()) {
                return known.get();
            }
            waiters.add(waiter);
        }
        try {
            return waiter.future().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("No such exchange was over within " + timeout + ".\n" + this, e);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("A waiter is only ever given an entry.", impossible);
        } finally {
            synchronized (this) {
                waiters.remove(waiter);
            }
        }
    }

    /**
     * Requires a number of exchanges. One counts as soon as its answer is decided, so that whoever has an answer finds its
     * exchange counted.
     *
     * @param condition what the entries must be like
     * @param expected how many there must be
     * @throws AssertionError if there are more or fewer, or entries were dropped that may have been among them; the message
     *     shows the journal
     */
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
        String lines = entries.values().stream().map(JournalEntry::toString).collect(Collectors.joining("\n"));
        return dropped == 0 ? lines : dropped + " earlier entries were dropped.\n" + lines;
    }

    private boolean wasDropped(long sequence) {
        return shownAndNotOver.contains(sequence) && !entries.containsKey(sequence);
    }

    private void dropOldest() {
        if (entries.size() > capacity) {
            Iterator<JournalEntry> oldest = entries.values().iterator();
            oldest.next();
            oldest.remove();
            dropped++;
        }
    }
}
