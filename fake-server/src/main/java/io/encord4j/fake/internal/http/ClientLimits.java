package io.encord4j.fake.internal.http;

import java.time.Duration;

/**
 * What clients together and each alone may take of a server.
 *
 * @param atOnce how many requests are handled at the same time; a request beyond it is answered with 503
 * @param reserve how many requests to the reserve are handled beside them
 * @param patience how long a server waits for a client, all its waiting in one exchange together, before the client has to
 *     send and read at least {@value #LEAST_BYTES_PER_SECOND} bytes a second
 */
public record ClientLimits(int atOnce, int reserve, Duration patience) {

    static final int LEAST_BYTES_PER_SECOND = 100;

    private static final int MOST_AT_ONCE = 900;
    private static final int FEWEST_AT_ONCE = 64;
    /** What a thread with its buffers takes. */
    private static final long MEMORY_OF_ONE = 256 * 1024;

    /**
     * As many requests as the heap has room for, 64 to the reserve, and a minute of patience.
     *
     * @return what a server has that is told nothing else
     */
    public static ClientLimits ofDefaults() {
        long room = Runtime.getRuntime().maxMemory() / MEMORY_OF_ONE;
        return new ClientLimits(
                (int) Math.max(FEWEST_AT_ONCE, Math.min(MOST_AT_ONCE, room)), 64, Duration.ofMinutes(1));
    }
}
