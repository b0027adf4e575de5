package io.encord4j.internal.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okio.AsyncTimeout;

/**
 * Cancels a call when nothing of its body has been written for a while. It looks a few times in that while, where a timeout of OkHttp would be
 * set for each 8 KiB that are written.
 */
final class StallWatch implements AutoCloseable {
    private static final int LOOKS = 4;

    private final WholeBody body;
    private final Call call;
    private final long interval;
    private long written;
    private int looksInVain;
    private boolean stalled;
    private boolean closed;
    private AsyncTimeout next;

    /** Begins to watch; a patience of zero never ends. */
    StallWatch(WholeBody body, Call call, Duration patience) {
        this.body = body;
        this.call = call;
        this.interval = patience.toNanos() / LOOKS;
        this.written = body.written();
        this.next = schedule();
    }

    private AsyncTimeout schedule() {
        AsyncTimeout look = new AsyncTimeout() {
            @Override
            protected void timedOut() {
                look();
            }
        };
        if (interval > 0) {
            look.timeout(interval, TimeUnit.NANOSECONDS);
            look.enter();
        }
        return look;
    }

    private synchronized void look() {
        if (closed) {
            return;
        }
        long now = body.written();
        // Before its first byte the connection is being made, and after its last one the answer is awaited: other
        // timeouts see to those.
        looksInVain = now == written && now >= 0 && !body.isWhole() ? looksInVain + 1 : 0;
        written = now;
        if (looksInVain == LOOKS) {
            stalled = true;
            call.cancel();
        } else {
            next = schedule();
        }
    }

    synchronized boolean hasStalled() {
        return stalled;
    }

    @Override
    public synchronized void close() {
        closed = true;
        boolean unused = next.exit();
    }
}
