package io.encord4j.fake.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What came of an armed fault. It changes as the fault strikes, and may be asked by any thread. */
public final class FaultReceipt {

    /**
     * One strike.
     *
     * @param sequence the number of the struck call in the world's journal
     * @param operation the struck operation
     * @param position the byte of the body at which it happened; 0 outside of bodies
     */
    public record Strike(long sequence, String operation, long position) {}

    private final Fault fault;
    private final SplittableRandom chances;
    private final List<Strike> strikes = new ArrayList<>();
    private long callsSeen;
    private long claimed;
    private boolean disarmed;

    FaultReceipt(Fault fault) {
        this.fault = fault;
        this.chances = new SplittableRandom(fault.trigger().seed());
    }

    /**
     * Tells what was armed.
     *
     * @return the fault
     */
    public Fault fault() {
        return fault;
    }

    /**
     * Tells where the fault struck.
     *
     * @return the strikes, in order
     */
    public synchronized List<Strike> strikes() {
        return List.copyOf(strikes);
    }

    /**
     * Tells how often the fault struck.
     *
     * @return the number of strikes
     */
    public synchronized int count() {
        return strikes.size();
    }

    /**
     * Tells whether the fault struck at all.
     *
     * @return whether it struck
     */
    public boolean struck() {
        return count() > 0;
    }

    /** Takes the fault back: it does not strike any more. */
    public synchronized void disarm() {
        disarmed = true;
    }

    @Override
    public synchronized String toString() {
        String result = strikes.isEmpty()
                ? "never struck, " + callsSeen + " calls seen"
                : "struck " + strikes.size() + " times";
        return "[" + fault + ": " + result + (disarmed ? ", disarmed" : "") + "]";
    }

    /** Takes one of the strikes for a call, if there is one left for it. */
    synchronized boolean claim(FaultCall call) {
        Fault.Trigger trigger = fault.trigger();
        if (disarmed || claimed >= trigger.times() || !trigger.condition().test(call)) {
            return false;
        }
        callsSeen++;
        if (callsSeen < trigger.fromCall()) {
            return false;
        }
        if (trigger.probability() < 1 && chances.nextDouble() >= trigger.probability()) {
            return false;
        }
        claimed++;
        return true;
    }

    synchronized void record(Strike strike) {
        strikes.add(strike);
    }

    synchronized void giveBack() {
        claimed--;
    }
}
