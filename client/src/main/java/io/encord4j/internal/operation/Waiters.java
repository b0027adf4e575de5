package io.encord4j.internal.operation;

import java.util.HashMap;
import java.util.Map;

/** The threads that wait for one operation, so that all of them can be called off. */
final class Waiters {
    private final Map<Thread, Boolean> cancelledByThread = new HashMap<>();

    synchronized void enter() {
        cancelledByThread.put(Thread.currentThread(), false);
    }

    /** Tells whether the thread was called off; the interruption that did it is over then. */
    synchronized boolean leave() {
        boolean cancelled = Boolean.TRUE.equals(cancelledByThread.remove(Thread.currentThread()));
        if (cancelled) {
            Thread.interrupted();
        }
        return cancelled;
    }

    synchronized void cancelAll() {
        cancelledByThread.replaceAll((thread, cancelled) -> {
            thread.interrupt();
            return true;
        });
    }
}
