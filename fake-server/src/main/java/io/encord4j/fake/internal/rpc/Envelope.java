package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.RefusedException;
import java.io.IOException;
import java.util.Optional;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, taken apart but not yet understood: which operation it asks for decides what {@code uid} and
 * {@code payload} must be.
 *
 * @param queryType the thing that is asked about
 * @param queryMethod what is to be done with it
 * @param uid the JSON of {@code uid}, {@code null} included
 * @param payload the JSON of {@code payload}, {@code null} included
 */
record Envelope(String queryType, String queryMethod, ByteString uid, ByteString payload) {

    private static final JsonReader.Options FIELDS = JsonReader.Options.of("query_type", "query_method", "values");
    private static final JsonReader.Options VALUES = JsonReader.Options.of("uid", "payload");

    /**
     * Takes a body apart. The whole body must be JSON, unused parts included.
     *
     * @throws RefusedException if it is not JSON, or lacks a key of the envelope
     */
    static Envelope parse(ByteString body) {
        try {
            checkJson(body);
            return new Parts().read(JsonReader.of(new Buffer().write(body)));
        } catch (JsonDataException | IOException e) {
            throw refusal("The body cannot be read as JSON: " + e.getMessage() + ".");
        }
    }

    /** The two keys that say what is asked for. */
    record Head(String queryType, String queryMethod) {}

    /** Looks for the two keys in the beginning of a body, which need not be good, nor complete. */
    static Optional<Head> head(ByteString beginning) {
        JsonReader reader = JsonReader.of(new Buffer().write(beginning));
        String queryType = null;
        String queryMethod = null;
        try {
            reader.beginObject();
            while ((queryType == null || queryMethod == null) && reader.hasNext()) {
                switch (reader.selectName(FIELDS)) {
                    case 0 -> queryType = reader.nextString();
                    case 1 -> queryMethod = reader.nextString();
                    default -> Parts.skip(reader);
                }
            }
        } catch (JsonDataException | IOException e) {
            return Optional.empty();
        }
        return queryType == null || queryMethod == null
                ? Optional.empty()
                : Optional.of(new Head(queryType, queryMethod));
    }

    private static void checkJson(ByteString body) throws IOException {
        JsonReader reader = JsonReader.of(new Buffer().write(body));
        reader.skipValue();
        if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
            throw refusal("The body must be one JSON object, but something follows it.");
        }
    }

    private static RefusedException refusal(String message) {
        return RefusedException.of(RefusalKind.UNKNOWN, message);
    }

    /** What was found so far. When a key is there twice, the last one counts. */
    private static final class Parts {

        private @Nullable String queryType;
        private @Nullable String queryMethod;
        private @Nullable ByteString uid;
        private @Nullable ByteString payload;

        Envelope read(JsonReader reader) throws IOException {
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.selectName(FIELDS)) {
                    case 0 -> queryType = text(reader);
                    case 1 -> queryMethod = text(reader);
                    case 2 -> readValues(reader);
                    default -> skip(reader);
                }
            }
            if (queryType == null || queryMethod == null || uid == null || payload == null) {
                throw refusal(
                        "The body must have the keys query_type, query_method and values, and values uid and payload.");
            }
            return new Envelope(queryType, queryMethod, uid, payload);
        }

        private void readValues(JsonReader reader) throws IOException {
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.selectName(VALUES)) {
                    case 0 -> uid = json(reader);
                    case 1 -> payload = json(reader);
                    default -> skip(reader);
                }
            }
            reader.endObject();
        }

        private static String text(JsonReader reader) throws IOException {
            if (reader.peek() != JsonReader.Token.STRING) {
                throw refusal("query_type and query_method must be strings.");
            }
            return reader.nextString();
        }

        private static ByteString json(JsonReader reader) throws IOException {
            try (BufferedSource source = reader.nextSource()) {
                return source.readByteString();
            }
        }

        private static void skip(JsonReader reader) throws IOException {
            reader.skipName();
            reader.skipValue();
        }
    }
}
