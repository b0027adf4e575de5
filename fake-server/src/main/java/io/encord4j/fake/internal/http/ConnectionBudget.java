package io.encord4j.fake.internal.http;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the number of open connections. A new one is always accepted, since it may carry a request to the reserve: if there
 * are too many, the one is closed that has been without a request for the longest time.
 */
final class ConnectionBudget implements Connection.Listener {

    private final ClientLimits limits;
    private final Set<EndPoint> waiting = new LinkedHashSet<>();
    private final Set<EndPoint> busy = new HashSet<>();

    ConnectionBudget(ClientLimits limits) {
        this.limits = limits;
    }

    @Override
    public void onOpened(Connection connection) {
        EndPoint surplus = opened(connection.getEndPoint());
        if (surplus != null) {
            surplus.close();
        }
    }

    private synchronized @Nullable EndPoint opened(EndPoint endPoint) {
        waiting.add(endPoint);
        if (waiting.size() + busy.size() <= limits.connections() + limits.reserve()) {
            return null;
        }
        EndPoint longest = waiting.iterator().next();
        waiting.remove(longest);
        return longest;
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        waiting.remove(connection.getEndPoint());
        busy.remove(connection.getEndPoint());
    }

    /** Begins a request; tells whether so many may be in progress outside of the reserve. */
    synchronized boolean begin(EndPoint endPoint) {
        waiting.remove(endPoint);
        busy.add(endPoint);
        return busy.size() <= limits.connections();
    }

    synchronized void end(EndPoint endPoint) {
        if (busy.remove(endPoint) && endPoint.isOpen()) {
            waiting.add(endPoint);
        }
    }
}
