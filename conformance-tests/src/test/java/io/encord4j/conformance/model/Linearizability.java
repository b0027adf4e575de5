package io.encord4j.conformance.model;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Decides whether a history of overlapping calls could have been the work of a server that handled them one at a time (Wing and Gong's search,
 * with a memory of dead ends). Meant for histories of up to a few dozen calls on one object.
 *
 * @param <S> the object's state, an immutable value
 * @param <C> what was called and what came back
 */
final class Linearizability<S, C> {

    private final BiFunction<S, C, List<S>> rules;

    /** Rules give the states that a call may lead to, given what it answered; none if that answer was impossible. */
    Linearizability(BiFunction<S, C, List<S>> rules) {
        this.rules = rules;
    }

    /** Whether some order that respects real time explains every answer. */
    boolean explains(S start, List<Call<C>> history) {
        return search(start, new BitSet(history.size()), history, new HashSet<>());
    }

    private boolean search(S state, BitSet done, List<Call<C>> history, Set<Object> deadEnds) {
        if (done.cardinality() == history.size()) {
            return true;
        }
        if (!deadEnds.add(List.of(state, done.clone()))) {
            return false;
        }
        long firstEnd = Long.MAX_VALUE;
        for (int i = done.nextClearBit(0); i < history.size(); i = done.nextClearBit(i + 1)) {
            firstEnd = Math.min(firstEnd, history.get(i).end());
        }
        for (int i = done.nextClearBit(0); i < history.size(); i = done.nextClearBit(i + 1)) {
            Call<C> candidate = history.get(i);
            if (candidate.start() <= firstEnd) {
                done.set(i);
                for (S next : rules.apply(state, candidate.call())) {
                    if (search(next, done, history, deadEnds)) {
                        return true;
                    }
                }
                done.clear(i);
            }
        }
        return false;
    }

    /** A call with the ticks at which it was sent and answered. */
    record Call<C>(long start, long end, C call) {}
}
