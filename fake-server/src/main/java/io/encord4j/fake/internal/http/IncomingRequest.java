package io.encord4j.fake.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request as it was received: nothing decoded, the body not yet read. */
public interface IncomingRequest {

    /**
     * Tells the method.
     *
     * @return the HTTP method as sent
     */
    String method();

    /**
     * Tells the path.
     *
     * @return the path as on the request line, still percent-encoded
     */
    String path();

    /**
     * Tells the query.
     *
     * @return what follows the question mark, still encoded; null if there is no question mark
     */
    @Nullable
    String query();

    /**
     * Reads a header field.
     *
     * @param name the field's name, in any case
     * @return every value sent under that name, in order
     */
    List<String> headers(String name);

    /**
     * Lists the header fields.
     *
     * @return the names, as sent
     */
    List<String> headerNames();

    /**
     * Tells the scheme, host and port under which the client reached the server.
     *
     * @return for example {@code http://localhost:8080}, without a trailing slash
     */
    String baseUrl();

    /**
     * Opens the body.
     *
     * @return the one stream of the body, its framing removed
     * @throws IOException if the connection is gone
     */
    InputStream body() throws IOException;

    /**
     * Tells the request target, which is what message signatures cover.
     *
     * @return path and query exactly as on the request line
     */
    default String target() {
        String query = query();
        return query == null ? path() : path() + "?" + query;
    }

    /**
     * Reads the first value of a header field.
     *
     * @param name the field's name, in any case
     * @return the value, or null if the field was not sent
     */
    default @Nullable String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? null : values.get(0);
    }
}
