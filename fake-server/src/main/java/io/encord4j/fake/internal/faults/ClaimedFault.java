package io.encord4j.fake.internal.faults;

import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.FaultCall;
import io.encord4j.fake.faults.FaultReceipt.Strike;
import io.encord4j.fake.faults.Phase;

/** A fault that is about to strike one call. It counts only once it did. */
public final class ClaimedFault {

    private final ArmedFault receipt;
    private final FaultCall call;
    private boolean settled;

    ClaimedFault(ArmedFault receipt, FaultCall call) {
        this.receipt = receipt;
        this.call = call;
    }

    /**
     * Tells where the fault is to strike.
     *
     * @return the phase
     */
    public Phase phase() {
        return receipt.fault().phase();
    }

    /**
     * Tells what is to go wrong.
     *
     * @return the effect
     */
    public Effect effect() {
        return receipt.fault().effect();
    }

    @Override
    public String toString() {
        return receipt.fault().toString();
    }

    /**
     * Notes that the fault struck.
     *
     * @param position the byte of the body at which it happened; 0 outside of bodies
     */
    public void strike(long position) {
        if (!settled) {
            settled = true;
            receipt.record(new Strike(call.sequence(), call.operation(), position));
        }
    }

    /** Notes that the exchange ended before the fault could strike; it may strike another call. */
    public void giveBack() {
        if (!settled) {
            settled = true;
            receipt.giveBack();
        }
    }
}
