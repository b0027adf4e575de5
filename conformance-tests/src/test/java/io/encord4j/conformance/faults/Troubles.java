package io.encord4j.conformance.faults;

import io.encord4j.conformance.faults.Gateway.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a gateway may answer in the server's place. */
final class Troubles {

    private static final int HUGE = 10 << 20;
    private static final String REASON = "{\"message\": \"Not from here.\"";

    private Troubles() {}

    /** The same target, at another place or at the same. */
    static Trouble redirect(String base) {
        return (request, to) ->
                to.write(head("307 Temporary Redirect", 0, "Location: " + base + request.target() + "\r\n"));
    }

    /** A refusal of which only the beginning comes; the connection stays open. */
    static Trouble stallingRefusal() {
        return (request, to) -> {
            to.write(refusal(100, ""));
            to.write(REASON.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** A refusal of which only the beginning comes before the connection ends. */
    static Trouble brokenRefusal() {
        return (request, to) -> {
            to.write(refusal(100, ""));
            to.write(REASON.getBytes(StandardCharsets.UTF_8));
            to.flush();
            throw new IOException("The connection breaks.");
        };
    }

    /** A refusal that says that it is compressed, and is not. */
    static Trouble refusalInBrokenGzip() {
        return (request, to) -> {
            to.write(refusal(REASON.length() + 1, "Content-Encoding: gzip\r\n"));
            to.write((REASON + "}").getBytes(StandardCharsets.UTF_8));
        };
    }

    /** A refusal of ten megabytes. */
    static Trouble hugeRefusal() {
        return (request, to) -> {
            to.write(refusal(HUGE, ""));
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int sent = 0; sent < HUGE; sent += blanks.length) {
                to.write(blanks);
            }
        };
    }

    private static byte[] refusal(int length, String more) {
        return head("403 Forbidden", length, "Content-Type: application/json\r\n" + more);
    }

    private static byte[] head(String status, int length, String more) {
        return ("HTTP/1.1 " + status + "\r\nContent-Length: " + length + "\r\n" + more + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
