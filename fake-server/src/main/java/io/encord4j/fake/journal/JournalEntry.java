package io.encord4j.fake.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as the journal keeps it, without secrets and signed queries.
 *
 * @param sequence its number in the world, from 1
 * @param operation the operation's id; for one that the fake does not know, query type and method as {@code label/GET}, or the
 *     path
 * @param queryType the query type of an RPC call, as sent; null for others
 * @param queryMethod the query method of an RPC call, as sent; null for others
 * @param user the caller's id, or null if nobody was authenticated
 * @param httpMethod the HTTP method
 * @param path the path without the query
 * @param status the HTTP status; 0 if there was no answer
 * @param errorToken the error token, or null if there was none
 * @param message what the server said about the error, or what it left out of a request, or null
 * @param time when the request was received, by the world's clock
 * @param duration how long it took in real time, up to the last byte of the answer
 * @param requestBytes how many bytes of body were received
 * @param responseBytes how many bytes of body were sent
 * @param bodySha256 the SHA-256 of the whole request body in hex, or null if it was not read to its end
 * @param requestBody the beginning of the request's body, at most some 16,000 characters; null unless the journal
 *     {@linkplain Journal#keepBodies keeps bodies}, and for the bytes of uploads
 * @param responseBody the beginning of the body of the answer, on the same terms, as far as it was sent
 * @param fault the fault that struck, in words, or null
 * @param progress how far the exchange is
 */
public record JournalEntry(
        long sequence,
        String operation,
        @Nullable String queryType,
        @Nullable String queryMethod,
        @Nullable String user,
        String httpMethod,
        String path,
        int status,
        @Nullable String errorToken,
        @Nullable String message,
        Instant time,
        Duration duration,
        long requestBytes,
        long responseBytes,
        @Nullable String bodySha256,
        @Nullable String requestBody,
        @Nullable String responseBody,
        @Nullable String fault,
        Progress progress) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** How far an exchange is. */
    public enum Progress {
        /** It is decided how the exchange ends: an answer is being sent, or a fault is cutting the connection. */
        ANSWERING,
        /** The last byte of the answer is on the wire. */
        ANSWERED,
        /** The connection ended before the answer was complete. */
        CUT
    }

    /**
     * Tells whether nothing more will happen.
     *
     * @return whether the exchange is over
     */
    public boolean isOver() {
        return progress != Progress.ANSWERING;
    }

    /**
     * Shows the entry with the bodies that were kept.
     *
     * @return {@link #toString()}, and up to two further lines for the bodies of request and answer
     */
    public String withBodies() {
        return this
                + (requestBody == null ? "" : "\n    >> " + requestBody)
                + (responseBody == null ? "" : "\n    << " + responseBody);
    }

    /**
     * Shows the entry in one line.
     *
     * @return for example {@code #3 deleteData POST /public video/DELETE -> 403 OPERATION_NOT_ALLOWED "The key lacks ...", ...}
     */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder("#" + sequence + " " + operation + " " + httpMethod + " " + path);
        if (queryType != null) {
            line.append(' ').append(queryType).append('/').append(queryMethod);
        }
        line.append(" -> ");
        boolean cut = progress == Progress.CUT || status == 0;
        line.append(cut ? "cut" : status);
        if (cut && status != 0) {
            line.append(" while answering ").append(status);
        }
        if (errorToken != null) {
            line.append(' ').append(errorToken);
        }
        if (message != null) {
            line.append(" \"").append(CONTROL.matcher(message).replaceAll(" ")).append('"');
        }
        if (user != null) {
            line.append(", user ").append(user);
        }
        if (fault != null) {
            line.append(", fault ").append(fault);
        }
        return line.append(", ")
                .append(requestBytes)
                .append(" bytes in, ")
                .append(responseBytes)
                .append(" out, ")
                .append(duration.toMillis())
                .append(" ms")
                .toString();
    }
}
