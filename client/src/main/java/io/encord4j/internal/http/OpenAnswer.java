package io.encord4j.internal.http;

import io.encord4j.EncordException;
import io.encord4j.internal.http.Failures.Tries;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Pipe;
import okio.Source;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * An answer that is read as it arrives, however long it is. A thread of the transport reads the socket, and the reader
 * reads a pipe, where it can be interrupted; on a socket it cannot. Must be closed.
 */
public final class OpenAnswer implements AutoCloseable {

    private static final long PIPE = 256 * 1024;

    private final Call<ResponseBody> call;
    private final Attempt attempt;
    private final Tries tries;
    private final Workers workers;
    private final Failures failures;
    private final Pipe pipe = new Pipe(PIPE);
    private final CompletableFuture<Long> length = new CompletableFuture<>();
    private final Runnable cancel;
    private final BufferedSource source;
    private volatile @Nullable IOException broken;

    private OpenAnswer(Call<ResponseBody> call, Attempt attempt, Tries tries, Workers workers, Failures failures) {
        this.call = call;
        this.attempt = attempt;
        this.tries = tries;
        this.workers = workers;
        this.failures = failures;
        this.cancel = this::cancel;
        this.source = Okio.buffer(new PipeEnd(pipe.source()));
    }

    /** Sends the call, and returns as soon as its answer begins. */
    static OpenAnswer begin(
            Call<ResponseBody> call,
            Attempt attempt,
            Tries tries,
            Workers workers,
            Failures failures,
            AttemptRunner runner)
            throws IOException {
        OpenAnswer answer = new OpenAnswer(call, attempt, tries, workers, failures);
        workers.onClose(answer.cancel);
        try {
            runner.await(answer::pump, answer.length, answer.cancel, attempt, tries);
            return answer;
        } catch (IOException | RuntimeException e) {
            workers.forget(answer.cancel);
            throw e;
        }
    }

    /** What is done with the answer. */
    @FunctionalInterface
    public interface Reading<T extends @Nullable Object> {

        /**
         * Reads.
         *
         * @throws IOException if the answer breaks off, or is not as expected
         */
        T read() throws IOException;
    }

    /** The bytes. Read them inside {@link #read}. */
    public BufferedSource source() {
        return source;
    }

    /** How many bytes there are, or -1 if the server does not say. */
    public long length() {
        return length.join();
    }

    /** Whether the bytes begin where they were wanted to, and not with the first one of all. */
    public boolean isPartial() {
        return attempt.httpStatus() == 206;
    }

    /**
     * Runs something that reads the answer.
     *
     * @throws EncordException if the call fails
     */
    public <T extends @Nullable Object> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (InterruptedIOException e) {
            cancel();
            throw Thread.currentThread().isInterrupted()
                    ? failures.interrupted(e, attempt, tries.after(attempt))
                    : failures.of(e, attempt, tries.after(attempt));
        } catch (IOException | RuntimeException e) {
            cancel();
            throw workers.isClosed()
                    ? failures.closed(e, attempt, tries.after(attempt))
                    : failures.of(e, attempt, tries.after(attempt));
        }
    }

    /** Gives the rest of the answer up, and frees its socket. */
    @Override
    public void close() {
        workers.forget(cancel);
        cancel();
    }

    private void cancel() {
        call.cancel();
        pipe.cancel();
    }

    private void pump() {
        BufferedSink sink = Okio.buffer(pipe.sink());
        try (ResponseBody body = call.execute().body()) {
            if (body == null) {
                throw new EmptyResult(false);
            }
            length.complete(body.contentLength());
            sink.writeAll(body.source());
        } catch (IOException e) {
            fail(e, e);
        } catch (Throwable e) {
            fail(e, new IOException("The answer could not be passed on", e));
        }
        end(sink);
    }

    private void fail(Throwable failure, IOException toReader) {
        broken = toReader;
        length.completeExceptionally(failure);
    }

    /** Lets the reader have what arrived, and only then the end or the failure. */
    private void end(BufferedSink sink) {
        try {
            sink.close();
        } catch (IOException e) {
            broken = e;
        }
    }

    /** Tells an end from a failure, where the pipe itself only knows that nothing follows. */
    private final class PipeEnd extends ForwardingSource {

        PipeEnd(Source pipe) {
            super(pipe);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            IOException reason = broken;
            if (read < 0 && reason != null) {
                throw reason;
            }
            return read;
        }
    }
}
