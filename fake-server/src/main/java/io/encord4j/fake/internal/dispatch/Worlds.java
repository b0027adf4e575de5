package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.Blob;
import io.encord4j.fake.internal.platform.model.Identities;
import io.encord4j.fake.internal.platform.model.PlatformState;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The worlds of one server. A credential leads to the newest world that knows it; a fork knows only those that were
 * made in it. What nobody knows leads to the default world.
 */
public final class Worlds {

    private final ServedWorld defaultWorld;
    private final List<ServedWorld> all = new CopyOnWriteArrayList<>();
    private final List<World> removedWithSnapshots = new ArrayList<>();

    /**
     * Starts with one world.
     *
     * @param defaultWorld the world of unknown credentials
     */
    public Worlds(ServedWorld defaultWorld) {
        this.defaultWorld = defaultWorld;
        all.add(defaultWorld);
    }

    /**
     * Tells the world of unknown credentials.
     *
     * @return the default world
     */
    public ServedWorld defaultWorld() {
        return defaultWorld;
    }

    /**
     * Lists the worlds.
     *
     * @return all worlds, oldest first
     */
    public List<ServedWorld> all() {
        return List.copyOf(all);
    }

    /**
     * Adds a world.
     *
     * @param added the world
     * @throws IllegalArgumentException if there is one with its id
     */
    public synchronized void add(ServedWorld added) {
        if (byId(added.world().id()).isPresent()) {
            throw new IllegalArgumentException(
                    "There is a world " + added.world().id() + " already.");
        }
        all.add(added);
    }

    /**
     * Adds a second world of the present state of another.
     *
     * @param original the other
     * @param copy makes the second world
     * @return the second world
     */
    public synchronized ServedWorld fork(ServedWorld original, Function<World, ServedWorld> copy) {
        ServedWorld fork = copy.apply(original.world());
        add(fork);
        return fork;
    }

    /**
     * Removes a world and ends all waiting in it. The default world stays, and so do snapshots.
     *
     * @param removed the world
     */
    public synchronized void remove(ServedWorld removed) {
        if (!removed.equals(defaultWorld) && all.remove(removed)) {
            removed.world().close();
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
     * @param id the id
     * @return the world, if there is one
     */
    public Optional<ServedWorld> byId(String id) {
        return all.stream().filter(served -> served.world().id().equals(id)).findFirst();
    }

    /**
     * Tells whether a world has a property.
     *
     * @param property the property
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
