package io.encord4j.fake.internal.http;

import java.time.Duration;

/**
 * What clients together and each alone may take of a server.
 *
 * @param atOnce how many requests are handled at the same time; a request beyond it is answered with 503
 * @param reserve how many requests to the reserve are handled beside them
 * @param connections how many connections may be busy with a request, held ones included; a request beyond it is answered
 *     with 503. Together with the reserve this is the number of connections that may be open
 * @param patience how long a server waits for a client, all its waiting in one exchange together, before the client has to
 *     send and read at least {@value #LEAST_BYTES_PER_SECOND} bytes a second
 */
public record ClientLimits(int atOnce, int reserve, int connections, Duration patience) {

    static final int LEAST_BYTES_PER_SECOND = 100;

    private static final int MOST_AT_ONCE = 900;
    private static final int FEWEST_AT_ONCE = 64;
    /** What a thread with its buffers takes. */
    private static final long MEMORY_OF_ONE = 256 * 1024;

    private static final int RESERVE = 64;
    private static final int MOST_CONNECTIONS = 4000;
    private static final int FEWEST_CONNECTIONS = 256;
    /** A connection without a thread holds half a request line and half a body at most. */
    private static final long MEMORY_OF_A_CONNECTION = 2L * HttpServer.LONGEST_REQUEST_LINE_AND_HEADERS;

    /**
     * As many requests and connections as the heap has room for, 64 requests to the reserve, and a minute of patience.
     *
     * @return what a server has that is told nothing else
     */
    public static ClientLimits ofDefaults() {
        return new ClientLimits(
                share(MEMORY_OF_ONE, FEWEST_AT_ONCE, MOST_AT_ONCE),
                RESERVE,
                share(MEMORY_OF_A_CONNECTION, FEWEST_CONNECTIONS, MOST_CONNECTIONS),
                Duration.ofMinutes(1));
    }

    private static int share(long each, int fewest, int most) {
        long room = Runtime.getRuntime().maxMemory() / each;
        return (int) Math.max(fewest, Math.min(most, room));
    }
}
