package io.encord4j.internal.http;

import com.squareup.moshi.JsonReader;
import io.encord4j.wire.api.WireOperation;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Reads JSON of a server in bounded memory: a text of more than 16 MB, and an answer of more than 64 MB that is not a listing, are errors, also where
 * they are skipped. A byte order mark is skipped.
 */
final class BoundedJson extends ForwardingSource {
    static final long LONGEST_TEXT = 16L << 20;
    static final long LONGEST_ANSWER = 64L << 20;
    private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");

    private final boolean listing;
    private long total;

    private BoundedJson(Source source, boolean listing) {
        super(source);
        this.listing = listing;
    }

    static JsonReader reader(BufferedSource source, WireOperation operation) throws IOException {
        BufferedSource bounded = Okio.buffer(new BoundedJson(source, isListing(operation)));
        if (bounded.rangeEquals(0, BYTE_ORDER_MARK)) {
            bounded.skip(BYTE_ORDER_MARK.size());
        }
        return JsonReader.of(bounded);
    }

    /** A dataset comes with all of its rows. */
    private static boolean isListing(WireOperation operation) {
        return operation.id().equals("getDataset")
                || (operation.resultType() instanceof ParameterizedType type && type.getRawType() == List.class);
    }

    /** What the reader has not consumed is in its buffer: a text, or what it had to look ahead at, which has quotes. */
    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long count = super.read(sink, byteCount);
        if (count > 0) {
            total += count;
            if (total > LONGEST_ANSWER && !listing) {
                throw new TooLarge("The answer is longer than 64 MB.");
            }
            if (sink.size() > LONGEST_TEXT && sink.indexOf((byte) '"', sink.size() - LONGEST_TEXT) < 0) {
                throw new TooLarge("The answer has a text of more than 16 MB.");
            }
        }
        return count;
    }

    /** The answer would take too much memory. */
    static final class TooLarge extends IOException {
        TooLarge(String message) {
            super(message);
        }
    }
}
