package io.encord4j.fake.internal.faults;

import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultCall;
import io.encord4j.fake.faults.FaultReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A fault with the calls that it has seen and struck. */
final class ArmedFault implements FaultReceipt {

    private final Fault fault;
    private final SplittableRandom chances;
    private final List<Strike> strikes = new ArrayList<>();
    private long callsSeen;
    private long claimed;
    private boolean disarmed;

    ArmedFault(Fault fault) {
        this.fault = fault;
        this.chances = new SplittableRandom(fault.trigger().seed());
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public synchronized List<Strike> strikes() {
        return List.copyOf(strikes);
    }

    @Override
    public synchronized void disarm() {
        disarmed = true;
    }

    @Override
    public synchronized String toString() {
        String result = strikes.isEmpty()
                ? "never struck, " + callsSeen + " calls seen"
                : "struck " + strikes.size() + " times";
        return fault + ": " + result + (disarmed ? ", disarmed" : "");
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
