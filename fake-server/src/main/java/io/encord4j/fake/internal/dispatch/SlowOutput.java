package io.encord4j.fake.internal.dispatch;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** From some byte on, pauses after each few bytes. */
final class SlowOutput extends FilterOutputStream {

    private final int bytesAtOnce;
    private final StrikeAction pause;
    private long leftAtFullSpeed;

    SlowOutput(OutputStream out, long at, int bytesAtOnce, StrikeAction pause) {
        super(out);
        this.leftAtFullSpeed = at;
        this.bytesAtOnce = bytesAtOnce;
        this.pause = pause;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int fast = (int) Math.min(length, leftAtFullSpeed);
        out.write(bytes, from, fast);
        leftAtFullSpeed -= fast;
        for (int done = fast; done < length; done += bytesAtOnce) {
            out.flush();
            pause.run();
            out.write(bytes, from + done, Math.min(bytesAtOnce, length - done));
        }
    }
}
