package io.encord4j.fake.internal.platform.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A table of legal moves.
 *
 * @param name what the machine is about, for messages
 * @param first the state in which it starts
 * @param rules the rows of the table; whatever is not there is illegal
 */
public record StateMachine<S extends Enum<S>, A extends Enum<A>>(String name, S first, List<Rule<S, A>> rules) {

    public StateMachine {
        rules = List.copyOf(rules);
    }

    /** A row of the table. */
    public record Rule<S, A>(S state, A action, S next) {}

    /** A move that was made. */
    public record Move<S, A>(Rule<S, A> rule, Instant at) {

        @Override
        public String toString() {
            return rule.state() + " -" + rule.action() + "-> " + rule.next() + " at " + at;
        }
    }

    /** Where a machine stands. */
    public record Position<S extends Enum<S>, A extends Enum<A>>(
            StateMachine<S, A> machine, S state, List<Move<S, A>> moves) {

        public Position {
            moves = List.copyOf(moves);
        }

        /**
         * Makes a move.
         *
         * @throws IllegalMoveException if the table has no such move; the message reports all moves so far
         */
        public Position<S, A> move(A action, Instant at) {
            for (Rule<S, A> rule : machine.rules()) {
                if (Objects.equals(rule.state(), state) && Objects.equals(rule.action(), action)) {
                    List<Move<S, A>> more = new ArrayList<>(moves);
                    more.add(new Move<>(rule, at));
                    return new Position<>(machine, rule.next(), more);
                }
            }
            throw new IllegalMoveException(machine.name() + " is " + state + " and cannot " + action
                    + "; its moves so far: " + (moves.isEmpty() ? "none" : moves) + ".");
        }

        /** Returns whether nothing can happen any more. */
        public boolean isFinal() {
            return machine.rules().stream().noneMatch(rule -> Objects.equals(rule.state(), state));
        }
    }

    /** Starts. */
    public Position<S, A> start() {
        return new Position<>(this, first, List.of());
    }
}
