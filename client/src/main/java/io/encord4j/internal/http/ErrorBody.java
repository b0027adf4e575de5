package io.encord4j.internal.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import io.encord4j.wire.json.FreeFormJson;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.BufferedSource;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/** What an error says besides its status, as far as it comes: at most a megabyte within five seconds. Trouble with it is not reported. */
final class ErrorBody {
    private static final long LONGEST = 1 << 20;
    private static final long PATIENCE_SECONDS = 5;
    private static final int OPENING = 200;
    private static final int LONGEST_CUT = 2000;
    private static final JsonAdapter<Object> FREE_FORM = new FreeFormJson();

    /** The beginning of the text of a JSON error. */
    private static final Pattern TEXT = Pattern.compile("\"(?:message|detail|payload)\"\\s*:\\s*\"");

    private ErrorBody() {}

    /**
     * Reads ahead, so that what was read is still the source's next.
     *
     * @param enough ends it earlier
     */
    static Buffer read(BufferedSource source, Predicate<Buffer> enough) {
        Timeout timeout = limit(source.timeout());
        try {
            for (long size = 1; size <= LONGEST && source.request(size) && !enough.test(source.getBuffer()); ) {
                size = source.getBuffer().size() + 1;
            }
        } catch (IOException e) {
            // The status says what has happened.
            return copy(source);
        }
        timeout.clearDeadline();
        return copy(source);
    }

    static Timeout limit(Timeout timeout) {
        return timeout.deadline(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Buffer copy(BufferedSource source) {
        Buffer start = new Buffer();
        source.getBuffer().copyTo(start, 0, Math.min(LONGEST, source.getBuffer().size()));
        return start;
    }

    /** The {@code message} of an error, or its {@code detail}, or the beginning of a gateway's page; null if there is none of them. */
    static @Nullable String text(Buffer body) {
        String raw = body.clone().readUtf8();
        if (raw.stripLeading().startsWith("<")) {
            return raw.strip().substring(0, Math.min(OPENING, raw.strip().length()));
        }
        Object error;
        try {
            error = FREE_FORM.fromJson(JsonReader.of(body.clone()));
        } catch (IOException | RuntimeException e) {
            return cutOff(raw);
        }
        if (!(error instanceof Map<?, ?> object)) {
            return null;
        }
        if (object.get("message") instanceof String message) {
            return message;
        }
        Object detail = object.get("detail");
        return detail == null || detail instanceof String ? (String) detail : FREE_FORM.toJson(detail);
    }

    private static @Nullable String cutOff(String json) {
        Matcher opening = TEXT.matcher(json);
        if (!opening.find()) {
            return null;
        }
        int end = opening.end();
        while (end < json.length() && json.charAt(end) != '"' && end - opening.end() < LONGEST_CUT) {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        return json.substring(opening.end(), Math.min(end, json.length()));
    }
}
