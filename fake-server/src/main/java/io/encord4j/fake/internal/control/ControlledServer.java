package io.encord4j.fake.internal.control;

import io.encord4j.fake.internal.dispatch.ServedWorld;
import io.encord4j.fake.internal.dispatch.Worlds;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the control endpoints ask of the server that they belong to. Safe for use by many threads. */
public interface ControlledServer {

    /** Returns the worlds. */
    Worlds worlds();

    /**
     * Makes a world.
     *
     * @param id names it, or null for a name of the server's choice
     * @throws IllegalArgumentException if there is such a world, or the name has other characters than names have
     */
    ServedWorld newWorld(@Nullable String id);

    /** Makes a second world of the state of a first one. */
    ServedWorld fork(ServedWorld original);

    /**
     * Makes fresh credentials, and the user if there is none of that address.
     *
     * @throws io.encord4j.fake.internal.platform.RefusedException if the address is blank
     */
    IssuedCredentials issue(ServedWorld world, String email);

    /**
     * Fills a world from its JSON form.
     *
     * @throws IllegalArgumentException if the seed makes no sense; then nothing has changed
     */
    void seed(ServedWorld world, Map<String, @Nullable Object> seed);

    /** Writes a world in its JSON form, secrets included. */
    Map<String, @Nullable Object> export(ServedWorld world);

    /** Returns how much memory uploads take. */
    long storedBytesInMemory();

    /** Returns how many temporary files uploads take. */
    long storedFiles();
}
