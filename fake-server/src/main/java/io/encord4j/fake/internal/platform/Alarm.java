package io.encord4j.fake.internal.platform;

import java.time.Duration;

/** Runs something later, in real time. The server has one; a world asks for it only while somebody waits. */
public interface Alarm {

    /**
     * Runs a task once.
     *
     * @param delay real time from now, not negative
     * @param task what to run; short
     */
    Cancellation after(Duration delay, Runnable task);

    /** Takes a task back. */
    interface Cancellation {

        /** Takes the task back if it has not begun. */
        void cancel();
    }
}
