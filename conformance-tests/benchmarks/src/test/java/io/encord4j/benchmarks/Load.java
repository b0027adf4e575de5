package io.encord4j.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same request again and again on some connections, each of which waits for its answer before it asks again. */
public final class Load {

    private static final int CONNECTIONS = 16;
    private static final int EXPECTED = 200;

    private Load() {}

    /**
     * What came of it.
     *
     * @param perSecond answers a second
     * @param p99 the time that one answer in a hundred exceeds, in milliseconds
     */
    public record Result(double perSecond, double p99) {}

    /** Puts load on a server for a while. */
    public static Result on(int port, byte[] request, Duration duration) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long start = System.nanoTime();
            long deadline = start + duration.toNanos();
            List<Future<long[]>> parts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                parts.add(threads.submit(() -> ask(port, request, deadline)));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> part : parts) {
                times.add(part.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Result(all.length / seconds, all[(int) (all.length * 0.99)] / 1e6);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        } catch (ExecutionException e) {
            throw new IOException("The load found an error.", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] ask(int port, byte[] request, long deadline) throws IOException {
        long[] times = new long[1024];
        int count = 0;
        try (RawConnection connection = new RawConnection(port)) {
            for (long before = System.nanoTime(); before < deadline; before = System.nanoTime()) {
                RawConnection.Answer answer = connection.exchange(request);
                if (answer.status() != EXPECTED) {
                    throw new IOException("The load met status " + answer.status() + ".");
                }
                if (count == times.length) {
                    times = Arrays.copyOf(times, count * 2);
                }
                times[count++] = System.nanoTime() - before;
            }
        }
        return Arrays.copyOf(times, count);
    }
}
