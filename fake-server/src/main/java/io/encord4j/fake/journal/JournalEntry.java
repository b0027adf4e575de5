package io.encord4j.fake.journal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as the journal keeps it: never bodies, secrets or signed queries.
 *
 * @param sequence its number in the world, from 1
 * @param operation the operation's id; for one that the fake does not know, query type and method as {@code label/GET}, or the
 *     path
 * @param user the caller's id, or null if nobody was authenticated
 * @param httpMethod the HTTP method
 * @param path the path without the query
 * @param status the HTTP status; 0 if there was no answer
 * @param errorToken the error token, or null if there was none
 * @param time when the request was received, by the world's clock
 * @param duration how long it took in real time, up to the last byte of the answer
 * @param requestBytes how many bytes of body were received
 * @param responseBytes how many bytes of body were sent
 * @param bodySha256 the SHA-256 of the whole request body in hex, or null if it was not read to its end
 * @param fault the fault that struck, in words, or null
 * @param progress how far the exchange is
 */
public record JournalEntry(
        long sequence,
        String operation,
        @Nullable String user,
        String httpMethod,
        String path,
        int status,
        @Nullable String errorToken,
        Instant time,
        Duration duration,
        long requestBytes,
        long responseBytes,
        @Nullable String bodySha256,
        @Nullable String fault,
        Progress progress) {

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
     * Shows the entry in one line.
     *
     * @return for example {@code #3 deleteData POST /public -> 403 OPERATION_NOT_ALLOWED (12 ms)}
     */
    @Override
    public String toString() {
        StringBuilder line =
                new StringBuilder("#" + sequence + " " + operation + " " + httpMethod + " " + path + " -> ");
        boolean cut = progress == Progress.CUT || status == 0;
        line.append(cut ? "cut" : status);
        if (cut && status != 0) {
            line.append(" while answering ").append(status);
        }
        if (errorToken != null) {
            line.append(' ').append(errorToken);
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
