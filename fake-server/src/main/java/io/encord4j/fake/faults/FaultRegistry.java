package io.encord4j.fake.faults;

import java.util.List;

/** The faults of one world. Safe for use by many threads. */
public interface FaultRegistry {

    /**
     * Arms a fault.
     *
     * @return its receipt
     * @throws IllegalArgumentException if there is no such operation or token, or the effect cannot happen in the phase
     */
    FaultReceipt arm(Fault fault);

    /**
     * Lists what was armed.
     *
     * @return all receipts, in the order of arming
     */
    List<FaultReceipt> receipts();

    /**
     * Lists what was armed and never struck.
     *
     * @return the receipts, in the order of arming
     */
    List<FaultReceipt> unfired();

    /** Disarms and forgets all faults. */
    void clear();
}
