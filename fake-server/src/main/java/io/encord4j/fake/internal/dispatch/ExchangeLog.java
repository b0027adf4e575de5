package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.faults.ClaimedFault;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.HttpExchange;
import io.encord4j.fake.journal.JournalEntry;
import io.encord4j.fake.journal.JournalEntry.Progress;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the journal informed about one exchange. */
final class ExchangeLog {

    private static final int LONGEST_TEXT = 1024;

    private final HttpExchange http;
    private final Handling handling;
    private final List<ClaimedFault> due;
    private final long sequence;
    private final Redaction redaction;
    private final ExchangeBodies bodies;
    private final Instant received;
    private final long startedNanos = System.nanoTime();
    private @Nullable Answer answer;

    ExchangeLog(HttpExchange http, Handling handling, List<ClaimedFault> due, long sequence) {
        this.http = http;
        this.handling = handling;
        this.due = due;
        this.sequence = sequence;
        this.redaction = Redaction.of(http);
        this.bodies = new ExchangeBodies(handling.served().journal().keepsBodies(), redaction);
        this.received = handling.served().world().clock().instant();
    }

    synchronized void answering(Answer decided) {
        answer = decided;
        bodies.answering(decided);
        record(Progress.ANSWERING);
    }

    /** Keeps a copy of the answer as it is sent, if it is wanted. */
    OutputStream copying(OutputStream out) {
        return bodies.copying(out);
    }

    /** To be called before the connection is cut, so that whoever sees the cut finds the entry. */
    synchronized void cutting() {
        record(Progress.ANSWERING);
    }

    synchronized void over(boolean complete) {
        record(complete && answer != null ? Progress.ANSWERED : Progress.CUT);
    }

    private void record(Progress progress) {
        RequestedOperation operation = handling.operation();
        Answer.Failure failure = answer == null ? null : answer.failure();
        handling.served()
                .journal()
                .record(new JournalEntry(
                        sequence,
                        operation.id(),
                        operation.queryType(),
                        operation.queryMethod(),
                        handling.user(),
                        shortened(http.method()),
                        shortened(http.path()),
                        answer == null ? 0 : answer.status(),
                        failure == null ? null : failure.token(),
                        message(failure),
                        received,
                        Duration.ofNanos(System.nanoTime() - startedNanos),
                        http.bytesReceived(),
                        http.bytesSent(),
                        handling.bodySha256(),
                        bodies.request(handling.body()),
                        bodies.response(http.bytesSent()),
                        faults(),
                        progress));
    }

    private @Nullable String message(Answer.@Nullable Failure failure) {
        String message = failure == null ? handling.remark() : failure.message();
        return message == null ? null : shortened(redaction.redact(message));
    }

    /** A journal must not grow by what strangers write. */
    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, LONGEST_TEXT) + "... (" + text.length() + " characters)";
    }

    /** What is or was to strike. */
    private @Nullable String faults() {
        return due.isEmpty() ? null : due.stream().map(ClaimedFault::toString).collect(Collectors.joining(", "));
    }
}
