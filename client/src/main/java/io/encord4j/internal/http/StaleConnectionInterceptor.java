package io.encord4j.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
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

    /** What has carried a call before; a connection that was made for this one is as fresh as can be. */
    private final Set<Connection> used = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public Response intercept(Chain chain) throws IOException {
        Attempt attempt = Attempt.of(chain.request());
        Connection connection = Objects.requireNonNull(chain.connection(), "network interceptors have a connection");
        boolean pooled = !used.add(connection);
        if (pooled
                && !attempt.operation().repeatable()
                // Others have a thread that reads, and notices.
                && connection.protocol() == Protocol.HTTP_1_1
                && isClosed(connection.socket())) {
            connection.socket().close();
            throw new StaleConnection();
        }
        return chain.proceed(chain.request());
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
