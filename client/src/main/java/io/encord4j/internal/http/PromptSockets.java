package io.encord4j.internal.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that send in big pieces, and at once when they are flushed. OkHttp writes segments of 8 KiB, each of which would be a call of the
 * system; and it leaves Nagle's algorithm on: the end of a small file then waits for an acknowledgement of its beginning, which the other side
 * delays by 40 ms.
 */
final class PromptSockets extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
        return new PromptSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(address, port), new InetSocketAddress(localAddress, localPort));
    }

    private static Socket connected(SocketAddress address, @Nullable SocketAddress local) throws IOException {
        Socket socket = new PromptSocket();
        try {
            socket.bind(local);
            socket.connect(address);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
        return socket;
    }

    /** A socket that gathers what is written to it until it is flushed. */
    static final class PromptSocket extends Socket {
        private static final int PIECE = 128 * 1024;

        private boolean underTls;
        private @Nullable OutputStream gathering;

        PromptSocket() throws IOException {
            setTcpNoDelay(true);
        }

        /** Says that TLS will write to it, which never flushes. */
        synchronized void layUnderTls() {
            underTls = true;
        }

        @Override
        public synchronized OutputStream getOutputStream() throws IOException {
            OutputStream direct = super.getOutputStream();
            if (underTls) {
                return direct;
            }
            if (gathering == null) {
                gathering = new BufferedOutputStream(direct, PIECE);
            }
            return gathering;
        }
    }
}
