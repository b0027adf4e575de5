package io.encord4j.benchmarks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.util.concurrent.locks.LockSupport;

/** Waits for a server that another process is starting. */
public final class Probe {

    private static final long STEP = 2_000_000;
    private static final long PATIENCE = 60_000_000_000L;

    private Probe() {}

    /** A port that was free a moment ago. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Asks until there is an answer of any kind. */
    public static void awaitAnswer(Child server, int port, byte[] request) throws IOException {
        long deadline = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < deadline && server.isAlive()) {
            try (RawConnection connection = new RawConnection(port)) {
                connection.exchange(request);
                return;
            } catch (ConnectException e) {
                LockSupport.parkNanos(STEP);
            }
        }
        throw new IOException("A server on port " + port + " never answered.");
    }
}
