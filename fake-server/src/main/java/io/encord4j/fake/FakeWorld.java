package io.encord4j.fake;

import io.encord4j.fake.dispatch.ServedWorld;
import io.encord4j.fake.dispatch.Worlds;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultReceipt;
import io.encord4j.fake.faults.FaultRegistry;
import io.encord4j.fake.journal.Journal;
import io.encord4j.fake.platform.Users;
import io.encord4j.fake.platform.World;
import io.encord4j.fake.platform.model.Choices;
import io.encord4j.fake.platform.model.ClockSetting;
import io.encord4j.fake.platform.model.PlatformState;
import io.encord4j.fake.platform.model.ReEncodePlan;
import io.encord4j.fake.platform.model.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * One of the worlds of a server: a platform of its own, with its own users, data, time, faults and journal. Worlds do not
 * see each other. Safe for use by many threads.
 */
public final class FakeWorld implements AutoCloseable {

    private final ServedWorld served;
    private final Worlds worlds;
    private final WorldFactory factory;

    FakeWorld(ServedWorld served, Worlds worlds, WorldFactory factory) {
        this.served = served;
        this.worlds = worlds;
        this.factory = factory;
    }

    /**
     * Names the world.
     *
     * @return its id
     */
    public String id() {
        return served.world().id();
    }

    /**
     * Makes a user with a fresh SSH key and bearer token.
     *
     * @param email the user's address, not taken in this world
     * @return the user with credentials
     * @throws io.encord4j.fake.platform.RefusedException if the address is blank or taken
     */
    public FakeUser newUser(String email) {
        return served.world().update(change -> {
            User user = Users.create(change, email, false);
            SshKeyPair keys = SshKeyPair.of(Base64.getUrlDecoder().decode(change.newSecret()));
            Users.registerSshKey(change, user, keys.publicKey());
            return FakeUser.of(user, keys, Users.bearerToken(change, user));
        });
    }

    /**
     * Makes a user of somebody's public key.
     *
     * @param email the user's address, not taken in this world
     * @param publicKey the raw Ed25519 key, 64 lower-case hex digits
     * @throws io.encord4j.fake.platform.RefusedException if the address is blank or taken, or the key is another user's
     */
    public void registerKey(String email, String publicKey) {
        served.world().change(change -> Users.registerSshKey(change, Users.create(change, email, false), publicKey));
    }

    /**
     * Gives the world's clock.
     *
     * @return a clock in UTC
     */
    public Clock clock() {
        return served.world().clock();
    }

    /**
     * Moves the world's time: jobs end, URLs expire, held polls are answered.
     *
     * @param step how far, not negative
     */
    public void advance(Duration step) {
        served.world().advance(step);
    }

    /**
     * Stops the world's time.
     *
     * @param at the time at which it stands from now on
     */
    public void freezeAt(Instant at) {
        setClock(ClockSetting.frozen(at));
    }

    /**
     * Sets how time passes.
     *
     * @param setting how
     */
    public void setClock(ClockSetting setting) {
        edit(state -> state.withClock(setting));
    }

    /**
     * Sets how re-encoding tasks go that are started from now on.
     *
     * @param plan how
     */
    public void setReEncoding(ReEncodePlan plan) {
        edit(state -> state.withReEncoding(plan));
    }

    /**
     * Changes choices.
     *
     * @param edit gets the present choices and gives those from now on
     */
    public void changeChoices(UnaryOperator<Choices> edit) {
        edit(state -> state.withChoices(edit.apply(state.choices())));
    }

    /**
     * Arms a fault.
     *
     * @param fault what shall go wrong, and when
     * @return what comes of it
     * @throws IllegalArgumentException if there is no such operation or token, or the effect cannot happen in the phase
     */
    public FaultReceipt arm(Fault fault) {
        return served.faults().arm(fault);
    }

    /**
     * Gives the faults of this world.
     *
     * @return the registry, with all receipts
     */
    public FaultRegistry faults() {
        return served.faults();
    }

    /**
     * Gives the journal of this world.
     *
     * @return what was asked of it
     */
    public Journal journal() {
        return served.journal();
    }

    /**
     * Gives the platform itself, for whatever this class does not offer.
     *
     * @return the inner world
     */
    public World platform() {
        return served.world();
    }

    /**
     * Takes a snapshot, at a cost that does not depend on how much is in the world.
     *
     * @return the present state
     */
    public PlatformState snapshot() {
        return served.world().snapshot();
    }

    /**
     * Goes back to a snapshot, time included. Journal and faults stay.
     *
     * @param snapshot what {@link #snapshot()} gave
     */
    public void restore(PlatformState snapshot) {
        served.world().restore(snapshot);
    }

    /** Goes back to the beginning, and forgets journal and faults. */
    public void reset() {
        served.world().reset();
        served.journal().clear();
        served.faults().clear();
    }

    /**
     * Makes a second world of the present state. Until it is closed, the credentials that both know lead to it.
     *
     * @return the second world, without journal and faults
     */
    public FakeWorld fork() {
        ServedWorld fork = factory.surrounded(served.world().fork(factory.nextId()));
        worlds.add(fork);
        return new FakeWorld(fork, worlds, factory);
    }

    /** Removes the world. Its signed URLs answer 404 afterwards; the default world stays. */
    @Override
    public void close() {
        worlds.remove(served);
    }

    @Override
    public String toString() {
        return "FakeWorld[" + id() + "]";
    }

    private void edit(UnaryOperator<PlatformState> edit) {
        served.world().change(change -> change.become(edit.apply(change.state())));
    }
}
