package io.encord4j.fake.internal.dispatch;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** From some byte on, writes something else of the same length. */
final class GarblingOutput extends FilterOutputStream {

    private static final byte GARBAGE = '#';

    private final StrikeAction onFirst;
    private long left;
    private boolean struck;

    GarblingOutput(OutputStream out, long at, StrikeAction onFirst) {
        super(out);
        this.left = at;
        this.onFirst = onFirst;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int clear = (int) Math.min(length, left);
        out.write(bytes, from, clear);
        left -= clear;
        if (clear < length) {
            if (!struck) {
                struck = true;
                onFirst.run();
            }
            byte[] garbage = new byte[length - clear];
            Arrays.fill(garbage, GARBAGE);
            out.write(garbage);
        }
    }
}
