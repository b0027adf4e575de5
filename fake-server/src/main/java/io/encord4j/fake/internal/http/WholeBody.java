package io.encord4j.fake.internal.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * A body that is not taken for complete when the connection ends within it. Jetty 12.1 says end of body if that happens
 * between the carriage return and the line feed behind a chunk; its parser knows better.
 */
final class WholeBody extends FilterInputStream {

    private final Request request;
    private final Runnable whenDamaged;

    WholeBody(InputStream in, Request request, Runnable whenDamaged) {
        super(in);
        this.request = request;
        this.whenDamaged = whenDamaged;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read;
        try {
            read = super.read(bytes, from, length);
        } catch (IOException e) {
            // Jetty speaks of an early end in any case; a parser that gives up while more could come has seen bad
            // framing.
            throw parserIs(parser -> parser.isClose() && !parser.isAtEOF()) ? damaged(e) : e;
        } catch (HttpException.RuntimeException e) {
            throw damaged(e);
        }
        if (read < 0 && parserIs(HttpParser::isClosed)) {
            throw new EOFException("The connection ended before the body did.");
        }
        return read;
    }

    private IOException damaged(Exception cause) {
        whenDamaged.run();
        return new DamagedBodyException(cause);
    }

    private boolean parserIs(Predicate<HttpParser> state) {
        return request.getConnectionMetaData().getConnection() instanceof HttpConnection connection
                && state.test(connection.getParser());
    }
}
