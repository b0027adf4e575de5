package io.encord4j.fake.faults;

import java.util.List;

/** What came of an armed fault. It changes as the fault strikes, and can be read by any thread. */
public interface FaultReceipt {

    /**
     * One strike.
     *
     * @param sequence the number of the struck call in the world's journal
     * @param operation the struck operation
     * @param position the byte of the body at which it happened; 0 outside of bodies
     */
    record Strike(long sequence, String operation, long position) {}

    /**
     * Returns what was armed.
     *
     * @return the fault
     */
    Fault fault();

    /**
     * Returns the strikes so far.
     *
     * @return the strikes, in order
     */
    List<Strike> strikes();

    /**
     * Returns how often the fault struck.
     *
     * @return the number of strikes
     */
    default int count() {
        return strikes().size();
    }

    /**
     * Returns whether the fault struck at all.
     *
     * @return whether it struck
     */
    default boolean struck() {
        return count() > 0;
    }

    /** Takes the fault back: it does not strike any more. */
    void disarm();
}
