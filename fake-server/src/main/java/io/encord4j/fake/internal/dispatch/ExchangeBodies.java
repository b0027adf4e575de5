package io.encord4j.fake.internal.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.AnswerBody;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The bodies of one exchange as the journal keeps them, if it keeps any: the beginning, as text, without secrets. */
final class ExchangeBodies {

    private static final int MOST_CHARACTERS = 16 * 1024;
    /** What is cut off behind the last character that is shown may begin before it. */
    private static final int MOST_BYTES = MOST_CHARACTERS + 8 * 1024;

    private static final Pattern TEXT = Pattern.compile("text/.*|application/(json|xml).*");

    private final boolean wanted;
    private final Redaction redaction;
    private final Buffer sent = new Buffer();
    private boolean sentIsText;
    private int readOfRequest;
    private @Nullable String request;

    ExchangeBodies(boolean wanted, Redaction redaction) {
        this.wanted = wanted;
        this.redaction = redaction;
    }

    /** The body of the request, as far as it was read; null if bodies are not kept or there is none. */
    synchronized @Nullable String request(ByteString read) {
        if (wanted && read.size() != readOfRequest) {
            readOfRequest = read.size();
            request = text(read, read.size());
        }
        return request;
    }

    /** Looks at an answer before it is sent. */
    synchronized void answering(Answer answer) {
        sent.clear();
        sentIsText = answer.header("Content-Type")
                .filter(type -> TEXT.matcher(type).matches())
                .isPresent();
        if (wanted && sentIsText && answer.body() instanceof AnswerBody.Bytes whole) {
            copy(whole.content().toByteArray(), 0, whole.content().size());
        }
    }

    /** Keeps the beginning of what is written from now on, in place of what was to be written. */
    OutputStream copying(OutputStream out) {
        if (!wanted || !sentIsText) {
            return out;
        }
        sent.clear();
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                copy(bytes, from, length);
            }
        };
    }

    /** The body of the answer, of which so many bytes were sent; null if bodies are not kept or it is not text. */
    synchronized @Nullable String response(long bytes) {
        return sent.size() == 0 ? null : text(sent.snapshot(), Math.max(bytes, sent.size()));
    }

    private synchronized void copy(byte[] bytes, int from, int length) {
        sent.write(bytes, from, (int) Math.min(length, MOST_BYTES - sent.size()));
    }

    private String text(ByteString body, long bytes) {
        String beginning = body.substring(0, Math.min(body.size(), MOST_BYTES)).string(UTF_8);
        String redacted = redaction.redact(beginning);
        return redacted.length() <= MOST_CHARACTERS && bytes <= MOST_BYTES
                ? redacted
                : redacted.substring(0, Math.min(redacted.length(), MOST_CHARACTERS)) + "… (" + bytes + " bytes)";
    }
}
