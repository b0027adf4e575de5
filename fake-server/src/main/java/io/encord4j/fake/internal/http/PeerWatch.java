package io.encord4j.fake.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that a client ends its connection while its answer is held back. Jetty does not read from a connection between the
 * end of a request and the answer, so somebody else has to. A byte of the next request, which a client may send ahead, goes
 * back to Jetty and ends the watch.
 */
final class PeerWatch implements Callback {

    private final Connection connection;
    private final EndPoint endPoint;
    private final Runnable whenGone;
    private boolean over;

    private PeerWatch(Connection connection, Runnable whenGone) {
        this.connection = connection;
        this.endPoint = connection.getEndPoint();
        this.whenGone = whenGone;
    }

    /** Watches the connection of a request whose body was read to its end. */
    static PeerWatch begin(Request request, Runnable whenGone) {
        PeerWatch watch = new PeerWatch(request.getConnectionMetaData().getConnection(), whenGone);
        watch.endPoint.tryFillInterested(watch);
        return watch;
    }

    /** Gives the connection back to Jetty. */
    void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        if (endPoint instanceof AbstractEndPoint watched) {
            watched.getFillInterest().onFail(new CancellationException("The answer is ready."));
        }
    }

    @Override
    public void succeeded() {
        if (isGone()) {
            whenGone.run();
        }
    }

    @Override
    public void failed(Throwable cause) {
        boolean gone;
        synchronized (this) {
            gone = !over;
            over = true;
        }
        if (gone) {
            whenGone.run();
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    private synchronized boolean isGone() {
        if (over) {
            return false;
        }
        over = true;
        ByteBuffer ahead = BufferUtil.allocate(1);
        try {
            int read = endPoint.fill(ahead);
            if (read == 0) {
                over = false;
                endPoint.tryFillInterested(this);
            } else if (read > 0) {
                ((Connection.UpgradeTo) connection).onUpgradeTo(ahead);
            }
            return read < 0;
        } catch (IOException e) {
            return true; // A reset is an end as well.
        }
    }
}
