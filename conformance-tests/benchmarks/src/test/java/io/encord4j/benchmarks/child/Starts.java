package io.encord4j.benchmarks.child;

import io.encord4j.benchmarks.RawConnection;
import java.io.IOException;
import java.util.Map;

/** Times the starts of a server within a JVM up to its first answer: the very first one, and any after it, in milliseconds. */
public final class Starts {

    private Starts() {}

    /** A server that runs and has been told what to answer. */
    public interface Running extends AutoCloseable {

        /** Where it listens. */
        int port();

        /** A request that it answers with 200. */
        byte[] request();

        @Override
        void close() throws IOException;
    }

    /** Starts a server. */
    @FunctionalInterface
    public interface Starter {

        /** Starts it. */
        Running start() throws IOException;
    }

    /** To be the first thing that the program does. */
    public static void time(Starter starter) throws IOException {
        Commands.answer(once(starter));
        Commands.serve(Map.of("again", none -> once(starter)));
    }

    private static double once(Starter starter) throws IOException {
        long start = System.nanoTime();
        try (Running server = starter.start();
                RawConnection connection = new RawConnection(server.port())) {
            RawConnection.Answer answer = connection.exchange(server.request());
            double millis = (System.nanoTime() - start) / 1e6;
            if (answer.status() != 200) {
                throw new IOException("The first answer has status " + answer.status() + ".");
            }
            return millis;
        }
    }
}
