package io.encord4j.fake.internal.http;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Connections on which one thread at a time looks for requests. Jetty 12.1 answers what is not HTTP on a second thread,
 * which then goes on with the connection while the first one may still give its buffer back: the buffer is given back
 * twice, the pool hands it to two other connections, and their requests lose bytes or take effect on the wrong one.
 */
final class SerialConnections extends HttpConnectionFactory {

    SerialConnections(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(new SerialConnection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
    }

    private static final class SerialConnection extends HttpConnection {

        private final Object looking = new Object();

        SerialConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
        }

        @Override
        public void onFillable() {
            synchronized (looking) {
                super.onFillable();
            }
        }
    }
}
