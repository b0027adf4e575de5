package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.IdSequence;
import io.encord4j.fake.internal.platform.model.PlatformState;
import java.lang.ref.Reference;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One platform among many on a server, with its own users, data and time. Changes happen one after another, whatever the
 * number of threads; reading never waits. The world has no thread of its own: what time brings about is computed when
 * somebody looks.
 */
public final class World implements AutoCloseable {

    private static final int SEED_BYTES = 32;

    private final String id;
    private final Clock real;
    private final Alarm alarm;
    private final SecureRandom random;
    private final PlatformState initial;
    private final ReentrantLock changing = new ReentrantLock();
    private final Snapshots snapshots = new Snapshots();
    private final Waiters waiters;
    private final WorldClock clock;
    private volatile PlatformState state;

    /**
     * Makes a world.
     *
     * @param random for ids that nobody can guess; unused by a deterministic world
     */
    public World(String id, PlatformState initial, Clock real, Alarm alarm, SecureRandom random) {
        this.id = id;
        this.real = real;
        this.alarm = alarm;
        this.random = random;
        this.initial = initial;
        this.state = initial;
        this.waiters = new Waiters(this, alarm);
        this.clock = new WorldClock(this);
    }

    /** Names the world. */
    public String id() {
        return id;
    }

    /** Reads the time of the world, as the present state has it. */
    public Clock clock() {
        return clock;
    }

    /** Reads the state. Work that has ended by now is in it as ended. */
    public PlatformState observe() {
        PlatformState present = state;
        if (DueWork.isDue(present, present.clock().now(real.instant()))) {
            update(tx -> true);
            return state;
        }
        return present;
    }

    /**
     * Changes the state, after all changes before it and before all that follow.
     *
     * @param operation what to do; runs once
     * @throws RefusedException if the operation was refused; then nothing has changed
     */
    public <T> T update(Function<? super Transaction, ? extends T> operation) {
        return update(Duration.ZERO, operation);
    }

    /**
     * Changes the state as {@link #update} does, for somebody who polls: time first moves as far as the clock setting says.
     *
     * @throws RefusedException if the operation was refused; then nothing has changed, and time has not moved
     */
    public <T> T poll(Function<? super Transaction, ? extends T> operation) {
        return update(state.clock().perPoll(), operation);
    }

    private <T> T update(Duration step, Function<? super Transaction, ? extends T> operation) {
        if (changing.isHeldByCurrentThread()) {
            throw new IllegalStateException("A transaction cannot begin within another one: use the one at hand.");
        }
        changing.lock();
        try {
            Transaction tx = new Transaction(state, Micros.truncated(real.instant()));
            DueWork.end(tx);
            state = tx.state();
            tx.advance(step);
            DueWork.end(tx);
            T result = operation.apply(tx);
            state = tx.state();
            return result;
        } finally {
            changing.unlock();
            waiters.check();
        }
    }

    /**
     * Changes the state without a result.
     *
     * @param operation what to do; runs once
     * @throws RefusedException if the operation was refused; then nothing has changed
     */
    public void change(Consumer<? super Transaction> operation) {
        this.<Boolean>update(tx -> {
            operation.accept(tx);
            return true;
        });
    }

    /**
     * Moves time.
     *
     * @param step how far, not negative
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("Time in a world cannot go back, but was told to move " + step + ".");
        }
        update(step, tx -> true);
    }

    /**
     * Takes a snapshot, at a cost that does not depend on the size of the state. Uploaded bytes that it names are kept
     * while somebody refers to it and nobody calls {@link #forget}.
     */
    public PlatformState snapshot() {
        observe();
        return snapshots.take(() -> state);
    }

    /** Tells that nobody will go back to a snapshot. */
    public void forget(PlatformState snapshot) {
        snapshots.forget(snapshot);
    }

    /** Lists what the world can still show. */
    public Stream<PlatformState> reachable() {
        return Stream.concat(snapshots(), Stream.of(initial, state));
    }

    /** Lists the snapshots to which somebody may go back, here or in another world. */
    public Stream<PlatformState> snapshots() {
        return snapshots.all();
    }

    /**
     * Goes back to a snapshot, time included. A world that is not deterministic makes other ids afterwards than it did the
     * first time.
     */
    public void restore(PlatformState snapshot) {
        PlatformState copy = branch(snapshot);
        changing.lock();
        try {
            state = copy;
        } finally {
            changing.unlock();
            Reference.reachabilityFence(snapshot); // Its bytes are kept until the state names them.
        }
        waiters.check();
    }

    /** Goes back to the state in which the world was made. */
    public void reset() {
        restore(initial);
    }

    /**
     * Makes a second world of the present state. The two do not see each other's changes. Credentials stay with this
     * world, so the users of the second one need others.
     */
    public World fork(String forkId) {
        PlatformState copy = branch(observe());
        PlatformState unproven = copy.withIdentities(copy.identities().withoutCredentials());
        return new World(forkId, unproven, real, alarm, random);
    }

    /**
     * Waits until something is so. Nothing blocks: the future completes on the thread that brought the condition about,
     * so what hangs on it should be short or go to an executor of its own. Cancelling the future ends the waiting.
     */
    public CompletableFuture<Boolean> whenTrue(Predicate<? super PlatformState> condition, Instant deadline) {
        return waiters.add(condition, deadline);
    }

    /** Ends all waiting. The state can still be read. */
    @Override
    public void close() {
        waiters.close();
    }

    @Override
    public String toString() {
        return "World[" + id + "]";
    }

    private PlatformState branch(PlatformState original) {
        if (original.ids().repeatable()) {
            return original;
        }
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return original.withIds(IdSequence.random(seed));
    }

    Instant now() {
        return Micros.truncated(state.clock().now(real.instant()));
    }
}
