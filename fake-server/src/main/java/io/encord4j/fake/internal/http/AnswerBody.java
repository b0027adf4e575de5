package io.encord4j.fake.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import okio.ByteString;

/** The body of an answer. */
public sealed interface AnswerBody {

    /** No bytes. */
    AnswerBody EMPTY = new Bytes(ByteString.EMPTY);

    /**
     * Tells the length.
     *
     * @return the number of bytes, or empty when it is known only after writing
     */
    OptionalLong length();

    /**
     * Writes the body.
     *
     * @param out where to; it stays open
     * @throws IOException if the connection is gone, or the bytes cannot be read
     */
    void writeTo(OutputStream out) throws IOException;

    /**
     * Makes a body of text.
     *
     * @param text the text, sent as UTF-8
     * @return the body
     */
    static AnswerBody of(String text) {
        return new Bytes(ByteString.encodeString(text, UTF_8));
    }

    /**
     * A body in memory.
     *
     * @param content the bytes
     */
    record Bytes(ByteString content) implements AnswerBody {
        @Override
        public OptionalLong length() {
            return OptionalLong.of(content.size());
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            content.write(out);
        }
    }

    /**
     * A body that is produced while it is sent.
     *
     * @param length its length, if known; without it the answer is sent in chunks
     * @param writer what produces it
     */
    record Streamed(OptionalLong length, Writer writer) implements AnswerBody {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            writer.writeTo(out);
        }
    }

    /** Produces a streamed body. */
    @FunctionalInterface
    interface Writer {
        /**
         * Writes everything.
         *
         * @param out where to; it stays open
         * @throws IOException if the connection is gone, or the bytes cannot be read
         */
        void writeTo(OutputStream out) throws IOException;
    }
}
