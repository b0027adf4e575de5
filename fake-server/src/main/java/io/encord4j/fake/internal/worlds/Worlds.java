package io.encord4j.fake.internal.worlds;

import io.encord4j.fake.Choices;
import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.ReEncodePlan;
import io.encord4j.fake.internal.platform.Alarm;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.Blob;
import io.encord4j.fake.internal.platform.model.Identities;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.seed.WorldSeed;
import io.encord4j.fake.journal.JournalEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The worlds of one server. A credential leads to the newest world that knows it; a fork knows only those that were
 * made in it. What nobody knows leads to the default world.
 */
public final class Worlds {

    /**
     * What all worlds of a server have in common.
     *
     * @param seed where ids come from, or empty for ids that nobody can guess
     * @param listener is told of every exchange that is over, with the name of its world
     */
    public record Settings(
            Choices choices,
            ClockSetting clock,
            OptionalLong seed,
            ReEncodePlan reEncoding,
            int journalCapacity,
            boolean journalBodies,
            BiConsumer<String, JournalEntry> listener) {}

    private static final String DEFAULT_ID = "default";

    private final WorldFactory factory;
    private final WorldSeed seeds;
    private final ServedWorld defaultWorld;
    private final List<ServedWorld> all = new CopyOnWriteArrayList<>();
    private final List<World> removedWithSnapshots = new ArrayList<>();

    /** Starts with the default world. */
    public Worlds(Settings settings, Clock real, Alarm alarm, WorldSeed seeds) {
        this.factory = new WorldFactory(settings, real, alarm);
        this.seeds = seeds;
        this.defaultWorld = factory.make(DEFAULT_ID);
        all.add(defaultWorld);
    }

    /** Returns what reads and writes the JSON form of these worlds. */
    public WorldSeed seeds() {
        return seeds;
    }

    /** Returns the world of unknown credentials. */
    public ServedWorld defaultWorld() {
        return defaultWorld;
    }

    /** Lists the worlds, oldest first. */
    public List<ServedWorld> all() {
        return List.copyOf(all);
    }

    /** Makes a world with a name of its own. */
    public ServedWorld create() {
        return create(factory.nextId());
    }

    /**
     * Makes a world.
     *
     * @throws IllegalArgumentException if there is one with this id, or ids have other characters
     */
    public ServedWorld create(String id) {
        return add(factory.make(id));
    }

    /** Makes a second world of the present state of another. No credential leads to it yet. */
    public synchronized ServedWorld fork(ServedWorld original) {
        return add(factory.served(original.world().fork(factory.nextId())));
    }

    private synchronized ServedWorld add(ServedWorld added) {
        if (byId(added.world().id()).isPresent()) {
            throw new IllegalArgumentException(
                    "There is a world " + added.world().id() + " already.");
        }
        all.add(added);
        return added;
    }

    /**
     * Removes a world and ends all waiting in it. The default world stays, and so do snapshots.
     *
     * @param removed the world
     */
    public synchronized void remove(ServedWorld removed) {
        if (!removed.equals(defaultWorld) && all.remove(removed)) {
            removed.close();
            removedWithSnapshots.add(removed.world());
        }
    }

    /**
     * Lists the uploaded bytes that some world can still show, or could after going back to a snapshot.
     *
     * @return each blob at least once
     */
    public synchronized Stream<Blob> blobs() {
        removedWithSnapshots.removeIf(world -> world.snapshots().findAny().isEmpty());
        List<PlatformState> states = Stream.concat(
                        all.stream().flatMap(served -> served.world().reachable()),
                        removedWithSnapshots.stream().flatMap(World::snapshots))
                .toList();
        return states.stream().flatMap(state -> state.files().blobs());
    }

    /**
     * Finds a world by its id.
     *
     * @return the world, if there is one
     */
    public Optional<ServedWorld> byId(String id) {
        return all.stream().filter(served -> served.world().id().equals(id)).findFirst();
    }

    /**
     * Tells whether a world has a property.
     *
     * @return whether at least one world has it
     */
    public boolean any(Predicate<ServedWorld> property) {
        for (ServedWorld served : all) {
            if (property.test(served)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Finds the world of a credential.
     *
     * @param knows tells whether somebody of a world has the credential
     * @return the newest world that knows it
     */
    public Optional<ServedWorld> knowing(Predicate<Identities> knows) {
        List<ServedWorld> oldestFirst = new ArrayList<>(all);
        ListIterator<ServedWorld> newestFirst = oldestFirst.listIterator(oldestFirst.size());
        while (newestFirst.hasPrevious()) {
            ServedWorld served = newestFirst.previous();
            if (knows.test(served.world().observe().identities())) {
                return Optional.of(served);
            }
        }
        return Optional.empty();
    }
}
