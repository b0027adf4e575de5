package io.encord4j.fake.faults;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A fault that can be armed in a world. For example, the answer to the second deletion gets lost although the data is
 * deleted:
 *
 * <pre>{@code
 * Fault.on("deleteData").fromCall(2).afterHandling(new Effect.Reset());
 * }</pre>
 *
 * @param selection the operations that it concerns
 * @param trigger which of their calls it strikes
 * @param phase where it strikes
 * @param effect what goes wrong
 */
public record Fault(Selection selection, Trigger trigger, Phase phase, Effect effect) {

    /** Which operations a fault concerns. */
    public sealed interface Selection {

        /** Every operation. */
        record Any() implements Selection {
            @Override
            public String toString() {
                return "any operation";
            }
        }

        /**
         * Some operations.
         *
         * @param ids their ids as in the API description, for example {@code getDataset}
         */
        record Operations(Set<String> ids) implements Selection {

            /**
             * Copies the ids.
             *
             * @param ids their ids
             */
            public Operations {
                ids = Set.copyOf(ids);
            }

            @Override
            public String toString() {
                return "`" + String.join("`, `", new TreeSet<>(ids)) + "`";
            }
        }
    }

    /**
     * Which calls a fault strikes.
     *
     * @param fromCall the number of the first call that it can strike; the first one is 1. Only calls that
     *     {@code condition} accepts are counted
     * @param times how often it strikes at most
     * @param condition what a call must be like
     * @param probability how likely it strikes such a call, from 0 to 1
     * @param seed what decides about the chances
     */
    public record Trigger(long fromCall, long times, Predicate<FaultCall> condition, double probability, long seed) {

        /**
         * Checks the values.
         *
         * @param fromCall the number of the first call
         * @param times how often at most
         * @param condition what a call must be like
         * @param probability how likely
         * @param seed what decides about the chances
         */
        public Trigger {
            if (fromCall < 1 || times < 1) {
                throw new IllegalArgumentException(
                        "Calls are counted from 1, and a fault strikes at least once: from call " + fromCall + ", "
                                + times + " times.");
            }
            if (!(probability > 0 && probability <= 1)) {
                throw new IllegalArgumentException("A probability is above 0 and at most 1, not " + probability + ".");
            }
        }
    }

    /**
     * Begins a fault of some operations.
     *
     * @param operations their ids as in the API description, for example {@code getDataset}
     * @return the builder
     */
    public static FaultBuilder on(String... operations) {
        if (operations.length == 0) {
            throw new IllegalArgumentException("Name an operation, or use onAny().");
        }
        return new FaultBuilder(new Selection.Operations(Set.of(operations)));
    }

    /**
     * Begins a fault of every operation, storage included.
     *
     * @return the builder
     */
    public static FaultBuilder onAny() {
        return new FaultBuilder(new Selection.Any());
    }

    /**
     * Begins a fault of uploads and downloads.
     *
     * @return the builder
     */
    public static FaultBuilder onStorage() {
        return on("putObject", "getObject");
    }

    /**
     * Says the fault in words.
     *
     * @return for example {@code Reset after handling `deleteData`}
     */
    @Override
    public String toString() {
        boolean within = phase instanceof Phase.InRequestBody || phase instanceof Phase.InResponse;
        return effect + " " + phase + (within ? " of " : " ") + selection;
    }
}
