package io.encord4j;

import java.io.Serializable;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a failure. Holds no secrets: whoever creates one redacts them.
 *
 * @param summary what happened, in a sentence
 * @param call the call that failed; {@link Call#NONE} if none was involved
 * @param answer what came back; {@link Answer#NONE} if nothing did
 * @param remedy what to do about it, in a sentence, or null
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // Javadoc wants @serial on records, Error Prone does not know it there.
public record ErrorDetails(
        String summary, Call call, Answer answer, @Nullable String remedy) implements Serializable {

    /**
     * The call that failed.
     *
     * @param name the name of the call in the API description, or null if there was no call
     * @param traceId the trace id of the last attempt, 32 hexadecimal digits, or null
     * @param attempts how often the call was tried
     * @param requestSent whether any byte of any attempt may have reached the server
     * @serial exclude
     */
    public record Call(@Nullable String name, @Nullable String traceId, int attempts, boolean requestSent)
            implements Serializable {

        /** No call at all. */
        public static final Call NONE = new Call(null, null, 0, false);
    }

    /**
     * What came back.
     *
     * @param httpStatus the HTTP status, or null if there was no answer
     * @param envelopeStatus the status inside the RPC envelope, or null
     * @param errorToken the error token inside the RPC envelope, or null
     * @param text the server's own words, or null
     * @serial exclude
     */
    public record Answer(
            @Nullable Integer httpStatus,
            @Nullable Integer envelopeStatus,
            @Nullable String errorToken,
            @Nullable String text)
            implements Serializable {

        /** Nothing came back. */
        public static final Answer NONE = new Answer(null, null, null, null);
    }

    /**
     * Details of a failure that no call was involved in.
     *
     * @param summary what happened, in a sentence
     * @return details with nothing else in them
     */
    public static ErrorDetails of(String summary) {
        return new ErrorDetails(summary, Call.NONE, Answer.NONE, null);
    }

    /**
     * The same failure as the outcome of a call.
     *
     * @return a copy with that call
     */
    public ErrorDetails withCall(Call call) {
        return new ErrorDetails(summary, call, answer, remedy);
    }

    /**
     * The same failure with what came back.
     *
     * @return a copy with that answer
     */
    public ErrorDetails withAnswer(Answer answer) {
        return new ErrorDetails(summary, call, answer, remedy);
    }

    /**
     * The same failure with advice.
     *
     * @param remedy what to do about it, in a sentence, or null
     * @return a copy with that remedy
     */
    public ErrorDetails withRemedy(@Nullable String remedy) {
        return new ErrorDetails(summary, call, answer, remedy);
    }

    /**
     * The same failure under another heading.
     *
     * @param heading what happened, in a sentence
     * @return a copy with that summary
     */
    public ErrorDetails withSummary(String heading) {
        return new ErrorDetails(heading, call, answer, remedy);
    }

    /**
     * The failure in words, as the message of an exception shows it.
     *
     * @return for instance {@code The resource does not exist. [call=getDataset, status=404, attempts=1]}
     */
    public String message() {
        StringBuilder message = new StringBuilder(summary);
        if (answer.text() != null) {
            message.append(" The server says: ").append(answer.text());
        }
        if (remedy != null) {
            message.append(' ').append(remedy);
        }
        StringJoiner facts = new StringJoiner(", ", " [", "]").setEmptyValue("");
        add(facts, "call", call.name());
        add(facts, "http", answer.httpStatus());
        add(facts, "status", answer.envelopeStatus());
        add(facts, "token", answer.errorToken());
        add(facts, "trace", call.traceId());
        add(facts, "attempts", call.attempts() == 0 ? null : call.attempts());
        return message.append(facts).toString();
    }

    private static void add(StringJoiner facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.add(name + "=" + value);
        }
    }
}
