package io.encord4j.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** A kept-alive connection that sends prepared bytes, so that the client's work hardly counts. */
public final class RawConnection implements AutoCloseable {

    private static final int LONGEST_ANSWER = 256 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST_ANSWER];

    /** Connects. */
    public RawConnection(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
    }

    /** The bytes of a POST with a body of JSON. */
    public static byte[] post(String path, String body, String... headers) {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        int length = body.getBytes(UTF_8).length;
        return (head + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + body)
                .getBytes(UTF_8);
    }

    /** Sends a request and reads the whole answer. */
    public Answer exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int filled = 0;
        int bodyAt = -1;
        int end = -1;
        while (end < 0 || filled < end) {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read <= 0) {
                throw new EOFException("The connection ended within an answer.");
            }
            filled += read;
            if (bodyAt < 0) {
                bodyAt = endOfHead(filled);
            }
            if (bodyAt >= 0 && end < 0) {
                end = end(bodyAt, filled);
            }
        }
        int status = (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
        return new Answer(status, end - bodyAt);
    }

    /** What is known of an answer. */
    public record Answer(int status, int bodyBytes) {}

    private int endOfHead(int filled) {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Where the answer ends; -1 if that is not known yet, as with chunks until the last one is there. */
    private int end(int bodyAt, int filled) {
        String head = new String(buffer, 0, bodyAt, ISO_8859_1).toLowerCase(Locale.ROOT);
        int length = head.indexOf("\r\ncontent-length:");
        if (length >= 0) {
            int from = head.indexOf(':', length) + 1;
            return bodyAt
                    + Integer.parseInt(
                            head.substring(from, head.indexOf('\r', from)).strip());
        }
        if (!head.contains("\r\ntransfer-encoding: chunked")) {
            return bodyAt;
        }
        String tail = new String(buffer, Math.max(bodyAt, filled - 5), Math.min(5, filled - bodyAt), ISO_8859_1);
        return tail.equals("0\r\n\r\n") ? filled : -1;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
