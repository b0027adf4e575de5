package io.encord4j.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A storage beneath HTTP, which treats one upload after the other as a test wants; the last way stays. */
public final class RawStorage implements AutoCloseable {
    private static final int STEP = 256 * 1024;

    private final ServerSocket server;
    private final Queue<Way> ways;
    private final List<Long> received = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** How an upload is treated. */
    public enum Way {
        /** All of it is read, and answered with 200. */
        TAKE,
        /** All of it is read, with a pause after each part. */
        TAKE_SLOWLY,
        /** The connection is cut after some of it. */
        CUT,
        /** Nothing is read. */
        IGNORE
    }

    public RawStorage(Way... ways) throws IOException {
        this.ways = new ArrayDeque<>(List.of(ways));
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("raw storage", () -> {
            while (closed.getCount() > 0) {
                Socket socket = server.accept();
                sockets.add(socket);
                Way way = this.ways.size() > 1 ? this.ways.remove() : this.ways.element();
                start("raw upload", () -> serve(socket, way));
            }
        });
    }

    /** Serves URLs of this storage. */
    public void serve(StubService service) {
        service.on(
                "GET presigned-urls", """
                {"results": [{"itemUuid": "d3207fb8-c0dd-5b75-99e6-71c3e9cad573", "objectKey": "k",
                  "signedUrl": "http://%s:%d/x?X-Signature=s3cr3t"}], "nextPageToken": null}
                """.formatted(server.getInetAddress().getHostAddress(), server.getLocalPort()));
    }

    /** How many bytes of each body have come until now, in the order of their ends. */
    public List<Long> received() {
        return received;
    }

    public int connections() {
        return sockets.size();
    }

    /** Tells whether the other side has ended all connections; what it has sent before is read and dropped. */
    public boolean isDeserted() {
        return sockets.stream().allMatch(RawStorage::isDeserted);
    }

    private static boolean isDeserted(Socket socket) {
        if (socket.isClosed()) {
            return true;
        }
        try {
            socket.setSoTimeout(1);
            while (socket.getInputStream().readNBytes(STEP).length == STEP) {
                // What was on its way.
            }
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void serve(Socket socket, Way way) throws IOException {
        if (way == Way.IGNORE) {
            return;
        }
        try (socket) {
            InputStream in = socket.getInputStream();
            long length = length(in);
            long most = way == Way.CUT ? length / 2 : length;
            byte[] buffer = new byte[STEP];
            long count = 0;
            while (count < most) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(STEP, most - count));
                if (read == 0) {
                    break;
                }
                count += read;
                if (way == Way.TAKE_SLOWLY) {
                    pause();
                }
            }
            received.add(count);
            if (count == length) {
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private void pause() {
        try {
            closed.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the head of a request, and what it says of the length of the body. */
    private static long length(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToLong(line -> Long.parseLong(line.substring(15).strip()))
                .findFirst()
                .orElseThrow();
    }

    /** Work with sockets, which end when the storage is closed. */
    @FunctionalInterface
    private interface SocketWork {
        void run() throws IOException;
    }

    private void start(String name, SocketWork work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        if (closed.getCount() > 0 && !(e instanceof SocketException)) {
                            throw new UncheckedIOException(e);
                        }
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
