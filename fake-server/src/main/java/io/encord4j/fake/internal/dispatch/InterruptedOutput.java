package io.encord4j.fake.internal.dispatch;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Does something once after a number of bytes are on the wire, if more are to follow. */
final class InterruptedOutput extends FilterOutputStream {

    private final StrikeAction action;
    private long left;
    private boolean done;

    InterruptedOutput(OutputStream out, long at, StrikeAction action) {
        super(out);
        this.left = at;
        this.action = action;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int before = done ? length : (int) Math.min(length, left);
        out.write(bytes, from, before);
        left -= before;
        if (before < length) {
            out.flush();
            done = true;
            action.run();
            out.write(bytes, from + before, length - before);
        }
    }
}
