package io.encord4j.fake.internal.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * A body that is not taken for complete when the connection ends within it. Jetty 12.1 says end of body if that happens
 * between the carriage return and the line feed behind a chunk; its parser knows better.
 */
final class WholeBody extends FilterInputStream {

    private final Request request;

    WholeBody(InputStream in, Request request) {
        super(in);
        this.request = request;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return checked(super.read(bytes, from, length));
        } catch (HttpException.RuntimeException e) {
            throw new IOException("The framing of the body is damaged.", e);
        }
    }

    private int checked(int read) throws IOException {
        if (read < 0
                && request.getConnectionMetaData().getConnection() instanceof HttpConnection connection
                && connection.getParser().isClosed()) {
            throw new EOFException("The connection ended before the body did.");
        }
        return read;
    }
}
