package io.encord4j.fake.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

class SerialConnectionsTest {

    private static final int LONG_ENOUGH_FOR_THE_SECOND_THREAD_MILLIS = 300;

    private final CompletableFuture<Boolean> readByAnother = new CompletableFuture<>();

    /**
     * The thread that has read a bad request is held up between parsing it, which lets a second thread answer, and giving its
     * buffer back. Nobody may read into the buffer meanwhile.
     */
    @Test
    void letNoSecondThreadReadWhileTheFirstStillHasTheBuffer() throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1, new SerialConnections(new HttpConfiguration())) {
            @Override
            protected SocketChannelEndPoint newEndPoint(
                    SocketChannel channel, ManagedSelector selector, SelectionKey key) {
                return new HeldUp(channel, selector, key, this);
            }
        };
        server.addConnector(connector);
        server.start();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            socket.getOutputStream().write("not HTTP\r\n\r\n".getBytes(US_ASCII));
            socket.shutdownOutput();

            assertThat(readByAnother.get(20, TimeUnit.SECONDS)).isFalse();
        } finally {
            server.stop();
        }
    }

    private final class HeldUp extends SocketChannelEndPoint {

        private volatile Thread reader;
        private volatile boolean heldUp;

        HeldUp(SocketChannel channel, ManagedSelector selector, SelectionKey key, ServerConnector connector) {
            super(channel, selector, key, connector.getScheduler());
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            if (heldUp && Thread.currentThread() != reader) {
                readByAnother.complete(true);
            }
            int filled = super.fill(buffer);
            if (filled > 0) {
                reader = Thread.currentThread();
            }
            return filled;
        }

        /** A connection asks for this after it has parsed what it read, and before it gives the buffer back. */
        @Override
        public Connection getConnection() {
            if (Thread.currentThread() == reader) {
                heldUp = true;
                readByAnother
                        .completeOnTimeout(false, LONG_ENOUGH_FOR_THE_SECOND_THREAD_MILLIS, TimeUnit.MILLISECONDS)
                        .join();
                heldUp = false;
            }
            return super.getConnection();
        }
    }
}
