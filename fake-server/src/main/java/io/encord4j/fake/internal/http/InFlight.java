package io.encord4j.fake.internal.http;

import java.time.Duration;

/**
 * Counts the exchanges in progress, so that closing can wait for them. Jetty's own way waits for connections instead,
 * and an idle one that it misses costs the whole grace period.
 */
final class InFlight {

    private int active;
    private boolean closing;

    /** Counts an exchange, unless the server is closing. */
    synchronized boolean begin() {
        if (closing) {
            return false;
        }
        active++;
        return true;
    }

    synchronized void end() {
        active--;
        notifyAll();
    }

    /** Lets nobody begin any more, and waits for those who have begun. */
    synchronized void close(Duration grace) {
        closing = true;
        long deadline = System.nanoTime() + grace.toNanos();
        long left = grace.toNanos();
        try {
            while (active > 0 && left > 0) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
                left = deadline - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
