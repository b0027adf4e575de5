package io.encord4j.fake.internal.http;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Ends an exchange whose client sends or reads next to nothing, so that it gives its thread back. Only the time counts
 * that the server spends waiting for the client, not what a fault or the handler takes. Used by one thread at a time.
 */
final class Patience {

    private static final double NANOS_PER_SECOND = 1e9;

    private final long mostNanos;
    private long waitedNanos;
    private long bytes;

    Patience(Duration patience) {
        this.mostNanos = patience.toNanos();
    }

    private interface Transfer {
        int run() throws IOException;
    }

    private int measured(Transfer transfer) throws IOException {
        long started = System.nanoTime();
        int count = transfer.run();
        waitedNanos += System.nanoTime() - started;
        bytes += Math.max(0, count);
        if (waitedNanos > mostNanos && bytes < waitedNanos / NANOS_PER_SECOND * ClientLimits.LEAST_BYTES_PER_SECOND) {
            throw new IOException("The client has moved only " + bytes + " bytes within "
                    + Duration.ofNanos(waitedNanos).toMillis() + " ms.");
        }
        return count;
    }

    InputStream reading(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                return measured(() -> super.in.read(buffer, from, length));
            }
        };
    }

    OutputStream writing(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int from, int length) throws IOException {
                measured(() -> {
                    super.out.write(buffer, from, length);
                    return length;
                });
            }
        };
    }
}
