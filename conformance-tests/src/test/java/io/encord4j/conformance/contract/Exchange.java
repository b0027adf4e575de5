package io.encord4j.conformance.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One request and its answer as they were on the wire.
 *
 * @param method the HTTP verb
 * @param target path and query exactly as on the request line
 * @param requestHeaders names and values as sent, in order
 * @param requestBody what was sent
 * @param status the HTTP status of the answer
 * @param answerHeaders names and values as received, in order
 * @param answerBody what was received, content encoding removed
 */
public record Exchange(
        String method,
        String target,
        List<Header> requestHeaders,
        Body requestBody,
        int status,
        List<Header> answerHeaders,
        Body answerBody) {

    /** Copies the lists. */
    public Exchange {
        requestHeaders = List.copyOf(requestHeaders);
        answerHeaders = List.copyOf(answerHeaders);
    }

    /** The target without its query. */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** The query of the target without its question mark, or an empty string. */
    public String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /** The first request header of this name, whatever its case. */
    public Optional<String> requestHeader(String name) {
        return Header.first(requestHeaders, name);
    }

    /** The first answer header of this name, whatever its case. */
    public Optional<String> answerHeader(String name) {
        return Header.first(answerHeaders, name);
    }

    /** One header line. */
    public record Header(String name, String value) {

        /** The name in the form in which names are compared. */
        public String key() {
            return name.toLowerCase(Locale.ROOT);
        }

        static Optional<String> first(List<Header> headers, String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst();
        }
    }

    /** What a message carried: either its bytes or, for bulk data, only how many there were. */
    public sealed interface Body {

        /** A message without a body. */
        Body NONE = new Bytes("");

        /** The number of bytes. */
        long size();

        /** The body as text; empty for bulk data. */
        String text();

        /** A body that was kept whole. */
        record Bytes(String text) implements Body {
            @Override
            public long size() {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
        }

        /** A body of which only the size was kept, so that uploads of any size can be recorded. */
        record Bulk(long size) implements Body {
            @Override
            public String text() {
                return "";
            }
        }
    }
}
