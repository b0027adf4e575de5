package io.encord4j.fake.internal.rpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends bytes that need not be HTTP, and reads answers that must be. One thread at a time. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;
    private final List<Socket> stayed = new ArrayList<>();
    private Socket socket;
    private InputStream in;

    RawConnection(int port) throws IOException {
        this.port = port;
        this.socket = connect();
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer. */
    record Answer(int status, String body) {}

    /** Sends a request whose framing is good, and reads its answer. The connection is kept if the server keeps it. */
    Answer exchange(byte[] request, boolean hasBody) throws IOException {
        socket.getOutputStream().write(request);
        return read(hasBody).orElseThrow(() -> new EOFException("The server gave no answer."));
    }

    /** Sends what may be anything, ends the sending, and reads the first answer, if there is one. */
    Optional<Answer> sendAndEnd(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return read(true);
        } catch (SocketException e) {
            return Optional.empty(); // The server had enough.
        } finally {
            reconnect();
        }
    }

    /** Sends the beginning of something and goes away. */
    void sendAndLeave(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } finally {
            reconnect();
        }
    }

    /** Sends the beginning of something on a connection that stays until this one is closed. */
    void sendAndStay(byte[] bytes) throws IOException {
        Socket staying = connect();
        stayed.add(staying);
        staying.getOutputStream().write(bytes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket staying : stayed) {
            staying.close();
        }
    }

    private Socket connect() throws IOException {
        Socket fresh = new Socket(InetAddress.getLoopbackAddress(), port);
        fresh.setSoTimeout(PATIENCE_MILLIS);
        fresh.setTcpNoDelay(true);
        return fresh;
    }

    private void reconnect() throws IOException {
        socket.close();
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream());
    }

    private Optional<Answer> read(boolean hasBody) throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int status = Integer.parseInt(first.substring(9, 12));
        long length = -1;
        boolean chunked = false;
        boolean closing = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:")
                    ? Long.parseLong(lower.substring("content-length:".length()).strip())
                    : length;
            chunked |= lower.equals("transfer-encoding: chunked");
            closing |= lower.equals("connection: close");
        }
        if (status == 100) {
            return read(hasBody);
        }
        String body = !hasBody ? "" : chunked ? chunks() : text(length < 0 ? Integer.MAX_VALUE : (int) length);
        if (closing) {
            reconnect();
        }
        return Optional.of(new Answer(status, body));
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            body.append(text(size));
            line();
            if (size == 0) {
                return body.toString();
            }
        }
    }

    private String text(int length) throws IOException {
        return new String(in.readNBytes(length), UTF_8);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(ISO_8859_1);
    }
}
