package io.encord4j.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Objects;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * A network interceptor that looks at a connection before it carries a call that must not be repeated. OkHttp
 * looks only after ten seconds of idleness; servers that close idle connections sooner, even within milliseconds, are common, and a request
 * that meets such a connection fails in a way in which nobody can tell whether the server has seen it. Connections are not told apart by what
 * this client has sent: other clients may share the pool.
 */
final class StaleConnectionInterceptor implements Interceptor {

    private static final int GLANCE_MILLIS = 1;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = Objects.requireNonNull(chain.connection(), "network interceptors have a connection");
        if (!Attempt.of(chain.request()).operation().repeatable()
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
