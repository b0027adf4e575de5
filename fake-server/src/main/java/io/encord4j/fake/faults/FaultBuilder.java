package io.encord4j.fake.faults;

import io.encord4j.fake.faults.Fault.Selection;
import io.encord4j.fake.faults.Fault.Trigger;
import java.util.function.Predicate;

/** Says when a fault strikes; the last call says where and what. Strikes the first call, once, unless told otherwise. */
public final class FaultBuilder {

    private final Selection selection;
    private Trigger trigger = new Trigger(1, 1, call -> true, 1, 0);

    FaultBuilder(Selection selection) {
        this.selection = selection;
    }

    /**
     * Leaves the first calls alone.
     *
     * @param number the first call that is struck; 1 is the first call after arming
     * @return this builder
     */
    public FaultBuilder fromCall(long number) {
        trigger = new Trigger(number, trigger.times(), trigger.condition(), trigger.probability(), trigger.seed());
        return this;
    }

    /**
     * Strikes more than once.
     *
     * @param times how often at most
     * @return this builder
     */
    public FaultBuilder times(long times) {
        trigger = new Trigger(trigger.fromCall(), times, trigger.condition(), trigger.probability(), trigger.seed());
        return this;
    }

    /**
     * Strikes every call.
     *
     * @return this builder
     */
    public FaultBuilder always() {
        return times(Long.MAX_VALUE);
    }

    /**
     * Strikes only certain calls.
     *
     * @param condition what a call must be like
     * @return this builder
     */
    public FaultBuilder when(Predicate<FaultCall> condition) {
        trigger = new Trigger(trigger.fromCall(), trigger.times(), condition, trigger.probability(), trigger.seed());
        return this;
    }

    /**
     * Strikes by chance, reproducibly.
     *
     * @param probability how likely it strikes a call, above 0 and at most 1
     * @param seed what decides about the chances
     * @return this builder
     */
    public FaultBuilder withProbability(double probability, long seed) {
        trigger = new Trigger(trigger.fromCall(), trigger.times(), trigger.condition(), probability, seed);
        return this;
    }

    /**
     * Strikes before anything was done.
     *
     * @param effect what goes wrong
     * @return the fault
     */
    public Fault beforeHandling(Effect effect) {
        return in(new Phase.BeforeHandling(), effect);
    }

    /**
     * Strikes when everything was done and nothing was answered.
     *
     * @param effect what goes wrong
     * @return the fault
     */
    public Fault afterHandling(Effect effect) {
        return in(new Phase.AfterHandling(), effect);
    }

    /**
     * Strikes while the request's body is read.
     *
     * @param at how many bytes are read before
     * @param effect what goes wrong
     * @return the fault
     */
    public Fault inRequestBody(long at, Effect effect) {
        return in(new Phase.InRequestBody(at), effect);
    }

    /**
     * Strikes while the answer's body is written.
     *
     * @param at how many bytes are written before
     * @param effect what goes wrong
     * @return the fault
     */
    public Fault inResponse(long at, Effect effect) {
        return in(new Phase.InResponse(at), effect);
    }

    /**
     * Strikes in a phase given as a value.
     *
     * @param phase where
     * @param effect what goes wrong
     * @return the fault
     */
    public Fault in(Phase phase, Effect effect) {
        return new Fault(selection, trigger, phase, effect);
    }
}
