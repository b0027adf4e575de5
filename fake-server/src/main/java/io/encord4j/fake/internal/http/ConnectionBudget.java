package io.encord4j.fake.internal.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * Bounds the number of open connections. A new one is always accepted, since it may carry a request to the reserve: if there
 * are too many, the one is closed that has been without a request for the longest time.
 */
final class ConnectionBudget implements Connection.Listener {

    private final ClientLimits limits;
    /** Since when each connection has been without a request. */
    private final Map<EndPoint, Long> waiting = new ConcurrentHashMap<>();

    private final AtomicInteger busy = new AtomicInteger();

    ConnectionBudget(ClientLimits limits) {
        this.limits = limits;
    }

    @Override
    public void onOpened(Connection connection) {
        await(connection.getEndPoint());
        if (waiting.size() + busy.get() > limits.connections() + limits.reserve()) {
            waiting.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(longest -> longest.getKey().close());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        waiting.remove(connection.getEndPoint());
    }

    /** Begins a request; tells whether so many may be in progress outside of the reserve. */
    boolean begin(EndPoint endPoint) {
        waiting.remove(endPoint);
        return busy.incrementAndGet() <= limits.connections();
    }

    /** To be called once for each {@link #begin}. */
    void end(EndPoint endPoint) {
        busy.decrementAndGet();
        await(endPoint);
    }

    private void await(EndPoint endPoint) {
        waiting.put(endPoint, System.nanoTime());
        if (!endPoint.isOpen()) {
            waiting.remove(endPoint);
        }
    }
}
