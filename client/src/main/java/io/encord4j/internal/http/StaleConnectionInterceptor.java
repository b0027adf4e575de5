package io.encord4j.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * A network interceptor that looks at a pooled connection before it carries a call that must not be repeated. OkHttp
 * looks only after ten seconds of idleness; servers that close idle connections sooner are common, and a request that
 * meets such a connection fails in a way in which nobody can tell whether the server has seen it.
 */
final class StaleConnectionInterceptor implements Interceptor {

    private static final int GLANCE_MILLIS = 1;

    /** Servers leave a connection open for longer than this, or say in the answer that they close it. */
    private static final long FRESH_NANOS = Duration.ofMillis(10).toNanos();

    private final LongSupplier nanoTime;

    /** When each connection began to carry its last answer; one that was made for this call has no entry. */
    private final Map<Connection, Long> lastUsed = Collections.synchronizedMap(new WeakHashMap<>());

    StaleConnectionInterceptor(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = Objects.requireNonNull(chain.connection(), "network interceptors have a connection");
        if (!Attempt.of(chain.request()).operation().repeatable()
                // Others have a thread that reads, and notices.
                && connection.protocol() == Protocol.HTTP_1_1
                && wasIdle(connection)
                && isClosed(connection.socket())) {
            connection.socket().close();
            throw new StaleConnection();
        }
        Response response = chain.proceed(chain.request());
        lastUsed.put(connection, nanoTime.getAsLong());
        return response;
    }

    /** A glance takes a millisecond, which an upload of many small files would notice. */
    private boolean wasIdle(Connection connection) {
        Long used = lastUsed.get(connection);
        return used != null && nanoTime.getAsLong() - used > FRESH_NANOS;
    }

    /** Nothing is due from an idle server: whatever comes, an end or a byte, makes the connection unusable. */
    private static boolean isClosed(Socket socket) throws IOException {
        int timeout = socket.getSoTimeout();
        try {
            socket.setSoTimeout(GLANCE_MILLIS);
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(timeout);
            }
        }
    }
}
