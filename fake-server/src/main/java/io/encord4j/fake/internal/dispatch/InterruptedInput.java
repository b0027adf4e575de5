package io.encord4j.fake.internal.dispatch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Does something once after a number of bytes were read, if there are that many. */
final class InterruptedInput extends FilterInputStream {

    private final StrikeAction action;
    private long left;
    private boolean done;

    InterruptedInput(InputStream in, long at, StrikeAction action) {
        super(in);
        this.left = at;
        this.action = action;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        strikeWhenDue();
        int most = done ? length : (int) Math.min(length, left);
        int read = super.read(bytes, from, most);
        left -= Math.max(0, read);
        return read;
    }

    private void strikeWhenDue() throws IOException {
        if (left == 0 && !done) {
            done = true;
            action.run();
        }
    }
}
