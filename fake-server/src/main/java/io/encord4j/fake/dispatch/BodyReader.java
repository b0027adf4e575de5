package io.encord4j.fake.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import okio.Buffer;
import okio.ByteString;

/** Reads whole bodies, up to a limit. */
final class BodyReader {

    private static final int COPY_BUFFER = 16 * 1024;

    private BodyReader() {}

    /** Gives the body, or nothing if it is larger than the limit. */
    static Optional<ByteString> read(InputStream in, long limit) throws IOException {
        Buffer body = new Buffer();
        byte[] buffer = new byte[COPY_BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (body.size() + read > limit) {
                return Optional.empty();
            }
            body.write(buffer, 0, read);
        }
        return Optional.of(body.readByteString());
    }
}
