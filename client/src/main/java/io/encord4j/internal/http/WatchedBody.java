package io.encord4j.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Passes an answer on, and tells its attempt how it begins and what breaks while it is read. */
final class WatchedBody extends ResponseBody {

    private static final int OPENING = 200;

    private final ResponseBody body;
    private final BufferedSource source;

    WatchedBody(ResponseBody body, Attempt attempt) {
        this.body = body;
        this.source = Okio.buffer(new ForwardingSource(body.source()) {
            private boolean opened;

            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                try {
                    long before = sink.size();
                    long count = super.read(sink, byteCount);
                    if (!opened && count > 0) {
                        opened = true;
                        attempt.opensWith(beginning(sink, before, Math.min(OPENING, count)));
                    }
                    return count;
                } catch (IOException e) {
                    attempt.readFailed(e);
                    throw e;
                }
            }
        });
    }

    private static String beginning(Buffer buffer, long offset, long length) {
        Buffer copy = new Buffer();
        buffer.copyTo(copy, offset, length);
        return copy.readString(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }
}
