package io.encord4j.fake.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent back, as a value: a fault can replace or cut it, and the journal can read it, before a byte is
 * written.
 *
 * @param status the HTTP status
 * @param headers the header fields, in order, without length and framing
 * @param failure what the journal says of the error, or null when there is none
 */
public record Answer(
        int status,
        List<Header> headers,
        AnswerBody body,
        @Nullable Failure failure) {

    /**
     * What an answer refuses, apart from how it is worded.
     *
     * @param token a v1 token, a storage code or the name of a refusal
     * @param message the text for people, or null if the answer has none
     */
    public record Failure(String token, @Nullable String message) {}

    /**
     * A header field.
     */
    public record Header(String name, String value) {}

    /**
     * Copies the list.
     *
     * @param status the HTTP status
     * @param headers the header fields
     * @param failure what the journal says of the error, or null
     */
    public Answer {
        headers = List.copyOf(headers);
    }

    /**
     * Makes a successful JSON answer.
     *
     * @param status the HTTP status
     * @param json the body
     * @return the answer
     */
    public static Answer json(int status, AnswerBody json) {
        return new Answer(status, List.of(new Header("Content-Type", "application/json")), json, null);
    }

    /**
     * Makes an answer of plain text.
     *
     * @param status the HTTP status
     * @param contentType the media type, with its character set
     * @param text the text, sent as UTF-8
     * @return the answer
     */
    public static Answer text(int status, String contentType, String text) {
        return new Answer(status, List.of(new Header("Content-Type", contentType)), AnswerBody.of(text), null);
    }

    /**
     * Marks the answer as an error.
     *
     * @param token what the journal is to call it
     * @param message the text for people in the answer, or null
     * @return the same answer, with its failure
     */
    public Answer failing(String token, @Nullable String message) {
        return new Answer(status, headers, body, new Failure(token, message));
    }

    /**
     * Finds a header field.
     *
     * @param name the name, as it was given
     * @return the first value
     */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .findFirst();
    }

    /**
     * Adds a header field.
     *
     * @return the answer with that field
     */
    public Answer withHeader(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, more, body, failure);
    }
}
