package io.encord4j.benchmarks.child;

import io.encord4j.DataRow;
import io.encord4j.DataRowFilter;
import io.encord4j.EncordDatasetClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/** Streams 1,000,000 rows, and after each 100,000 tells how many bytes of the heap are in use. */
public final class Streamer {

    private static final int ROWS = 1_000_000;
    private static final int STEP = 100_000;

    private Streamer() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        try (EncordDatasetClient client = Canned.client(Streamer::answer);
                Stream<DataRow> rows =
                        client.streamDataRows(DataRowFilter.builder().build())) {
            Iterator<DataRow> each = rows.iterator();
            for (int i = 1; each.hasNext(); i++) {
                each.next();
                if (i % STEP == 0) {
                    Commands.answer(heapInUse());
                }
            }
        }
    }

    private static double heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static ResponseBody answer() {
        return ResponseBody.create(Okio.buffer(new Rows()), MediaType.get("application/json"), -1);
    }

    /** Makes rows as they are read, so that the answer itself is never in memory. */
    private static final class Rows implements Source {

        private final Listing listing = new Listing(true);
        private final Buffer ready = new Buffer();
        private int next;

        Rows() {
            ready.write(Listing.HEAD.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public long read(Buffer sink, long byteCount) {
            while (ready.size() < byteCount && next < ROWS) {
                String row = (next == 0 ? "" : ", ") + listing.row(next) + (next == ROWS - 1 ? Listing.TAIL : "");
                ready.write(row.getBytes(StandardCharsets.UTF_8));
                next++;
            }
            return ready.read(sink, byteCount);
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {
            ready.clear();
        }
    }
}
