package io.encord4j;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How to add private data.
 *
 * @param ignoreErrors whether what can be added is added although other entries fail
 * @param folderUuid the storage folder for the items; null for the one behind the dataset
 * @param timeout how long to wait for the service
 * @param checkLocally whether entries that break a documented rule are refused before anything is sent
 */
public record PrivateDataOptions(
        boolean ignoreErrors, @Nullable UUID folderUuid, Duration timeout, boolean checkLocally) {
    private static final PrivateDataOptions DEFAULTS = new PrivateDataOptions(false, null, Duration.ofDays(7), true);

    /**
     * Checks the time.
     *
     * @param ignoreErrors whether what can be added is added although other entries fail
     * @param folderUuid the storage folder for the items; null for the one behind the dataset
     * @param timeout how long to wait for the service
     * @param checkLocally whether entries that break a documented rule are refused before anything is sent
     * @throws IllegalArgumentException if the time is negative
     */
    public PrivateDataOptions {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must not be negative, but is " + timeout);
        }
    }

    /**
     * The defaults: one bad entry fails the whole, seven days, checked before anything is sent.
     *
     * @return the defaults
     */
    public static PrivateDataOptions ofDefaults() {
        return DEFAULTS;
    }

    /**
     * The same, but entries that fail do not prevent the others. The service judges each entry; only the limits of the whole are checked
     * here.
     *
     * @return a copy
     */
    public PrivateDataOptions ignoringErrors() {
        return new PrivateDataOptions(true, folderUuid, timeout, checkLocally);
    }

    /**
     * The same, with a storage folder for the items. Needs an SSH key or a bearer token.
     *
     * @param folder the folder
     * @return a copy
     */
    public PrivateDataOptions withFolder(UUID folder) {
        return new PrivateDataOptions(ignoreErrors, folder, timeout, checkLocally);
    }

    /**
     * The same, with another time to wait.
     *
     * @param time how long to wait
     * @return a copy
     * @throws IllegalArgumentException if it is negative
     */
    public PrivateDataOptions withTimeout(Duration time) {
        return new PrivateDataOptions(ignoreErrors, folderUuid, time, checkLocally);
    }

    /**
     * The same, but nothing is checked before it is sent.
     *
     * @return a copy
     */
    public PrivateDataOptions withoutLocalChecks() {
        return new PrivateDataOptions(ignoreErrors, folderUuid, timeout, false);
    }
}
