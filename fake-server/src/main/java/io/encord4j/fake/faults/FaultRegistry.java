package io.encord4j.fake.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults of one world. Safe for use by many threads. */
public final class FaultRegistry {

    private final FaultRules rules;
    private final List<FaultReceipt> receipts = new CopyOnWriteArrayList<>();

    /**
     * Makes a registry without faults.
     *
     * @param operations what faults can be armed for
     */
    public FaultRegistry(FaultableOperations operations) {
        this.rules = new FaultRules(operations);
    }

    /**
     * Arms a fault.
     *
     * @param fault the fault
     * @return its receipt
     * @throws IllegalArgumentException if there is no such operation or token, or the effect cannot happen in the phase
     */
    public FaultReceipt arm(Fault fault) {
        rules.check(fault);
        FaultReceipt receipt = new FaultReceipt(fault);
        receipts.add(receipt);
        return receipt;
    }

    /**
     * Lists what was armed.
     *
     * @return all receipts, in the order of arming
     */
    public List<FaultReceipt> receipts() {
        return List.copyOf(receipts);
    }

    /**
     * Lists what was armed and never struck.
     *
     * @return the receipts, in the order of arming
     */
    public List<FaultReceipt> unfired() {
        return receipts.stream().filter(receipt -> !receipt.struck()).toList();
    }

    /**
     * Tells whether a fault may strike while a request is still coming.
     *
     * @return whether such a fault is armed, used up or not
     */
    public boolean strikesWithinRequests() {
        return receipts.stream().anyMatch(receipt -> receipt.fault().phase() instanceof Phase.InRequestBody);
    }

    /** Disarms and forgets all faults. */
    public void clear() {
        receipts.forEach(FaultReceipt::disarm);
        receipts.clear();
    }

    /**
     * Takes the faults that are due for a call.
     *
     * @param call the call
     * @return what is to strike it, in the order of arming
     */
    public List<ClaimedFault> claim(FaultCall call) {
        return receipts.stream()
                .filter(receipt -> rules.concerns(receipt.fault(), call.operation()) && receipt.claim(call))
                .map(receipt -> new ClaimedFault(receipt, call))
                .toList();
    }
}
