package io.encord4j.fake.journal;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * The latest exchanges of one world. An entry can be seen from the moment its answer is decided, or a fault is about to
 * cut the connection, so that whoever has an answer or sees the cut finds its entry; waiters are woken only when the
 * exchange is over. Safe for use by many threads.
 */
public interface Journal {

    /**
     * Returns how many exchanges have begun, those that were dropped or cleared included.
     *
     * @return the number of the latest exchange; 0 before the first
     */
    long lastSequence();

    /**
     * Lists what is kept.
     *
     * @return the entries in the order in which they were answered
     */
    List<JournalEntry> entries();

    /**
     * Lists the exchanges of an operation.
     *
     * @param operation the operation's id
     * @return the entries in the order in which they were answered
     */
    List<JournalEntry> entries(String operation);

    /**
     * Returns how many entries had to make room for later ones.
     *
     * @return the number of dropped entries
     */
    long dropped();

    /** Forgets all exchanges so far, those in progress included. Numbers go on. */
    void clear();

    /**
     * Says whether the bodies of requests and answers are kept as well: the beginning of each, as text, without secrets.
     * The bytes of uploads and downloads never are.
     *
     * @param keep whether, from the next exchange on
     */
    void keepBodies(boolean keep);

    /**
     * Tells whether bodies are kept.
     *
     * @return what was said last; before that, what the server was told to do
     */
    boolean keepsBodies();

    /**
     * Waits until an exchange is over that meets a condition; one that is already in the journal counts.
     *
     * @param condition what the entry must be like
     * @param timeout how long to wait at most, in real time
     * @return the first such entry
     * @throws InterruptedException if the thread is interrupted meanwhile
     * @throws AssertionError if there is none in time; the message shows the journal
     */
    JournalEntry await(Predicate<JournalEntry> condition, Duration timeout) throws InterruptedException;

    /**
     * Requires a number of exchanges. One counts as soon as its answer is decided, so that whoever has an answer finds its
     * exchange counted.
     *
     * @param condition what the entries must be like
     * @param expected how many there must be
     * @throws AssertionError if there are more or fewer, or entries were dropped that may have been among them; the message
     *     shows the journal
     */
    void assertCount(Predicate<JournalEntry> condition, int expected);
}
