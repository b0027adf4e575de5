package io.encord4j.internal.workflow;

import io.encord4j.CallTimeoutException;
import io.encord4j.CloudDownloadException;
import io.encord4j.ConnectionException;
import io.encord4j.ErrorDetails;
import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import io.encord4j.RetryPolicy;
import io.encord4j.internal.http.LocalFailure;
import io.encord4j.internal.http.OpenAnswer;
import io.encord4j.internal.http.Transport;
import io.encord4j.wire.api.StorageApi;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import okio.BufferedSource;

/** Bytes from signed URLs. A file is there as a whole or not at all. */
public final class Downloads {
    private static final System.Logger LOG = System.getLogger(Downloads.class.getName());
    private static final int STEP = 64 * 1024;

    private final Transport transport;
    private final StorageApi storage;

    public Downloads(Transport transport, StorageApi storage) {
        this.transport = transport;
        this.storage = storage;
    }

    /** Writes what a URL gives into a file, in place of an earlier one; returns how many bytes that were. */
    public long toFile(String signedUrl, Path file) {
        return toFile(new SignedSource(SignedUrls.ofUser(signedUrl), null), file);
    }

    /** Writes what signed URLs give, which are asked for anew when one has expired. */
    public long toFile(Supplier<String> sign, Path file) {
        return toFile(new SignedSource(SignedUrls.ofService(sign.get()), sign), file);
    }

    /** The same with a URL that is there already. */
    public long toFile(String signedUrl, Supplier<String> sign, Path file) {
        return toFile(new SignedSource(SignedUrls.ofUser(signedUrl), sign), file);
    }

    private long toFile(SignedSource source, Path file) {
        // The name of the file is not a part of it: it can have bytes that no text of the locale stands for.
        Path part = file.resolveSibling(
                ".%08x.part".formatted(transport.timing().random().nextInt()));
        try {
            long bytes = fetch(source, part, file);
            move(part, file);
            return bytes;
        } finally {
            delete(part);
        }
    }

    /** Goes on where a connection broke, as often as the policy of the client allows. */
    private long fetch(SignedSource from, Path part, Path file) {
        RetryPolicy policy = transport.options().retryPolicy();
        AtomicLong written = new AtomicLong();
        for (int attempt = 1; ; attempt++) {
            try (OpenAnswer answer = transport.download(storage.getObject(from.url()), written.get())) {
                if (!answer.isPartial()) {
                    written.set(0);
                }
                long end = answer.length() < 0 ? -1 : written.get() + answer.length();
                answer.read(() -> copy(answer.source(), part, file, written));
                if (end >= 0 && written.get() != end) {
                    throw new ConnectionException(
                            ConnectionException.Kind.LOST,
                            ErrorDetails.of("The download ended after %d of %d bytes.".formatted(written.get(), end)),
                            null);
                }
                return written.get();
            } catch (CloudDownloadException e) {
                from.renew(e, written.get());
            } catch (ConnectionException | CallTimeoutException e) {
                if (attempt >= policy.maxAttempts()) {
                    throw e;
                }
                transport.pause(policy.delayBefore(attempt));
            }
        }
    }

    private static boolean copy(BufferedSource source, Path part, Path file, AtomicLong written) throws IOException {
        byte[] step = new byte[STEP];
        try (OutputStream out = open(part, file, written.get() > 0)) {
            for (int count = source.read(step); count >= 0; count = source.read(step)) {
                write(out, step, count, file);
                written.addAndGet(count);
            }
        }
        return true;
    }

    private static OutputStream open(Path part, Path file, boolean append) throws IOException {
        try {
            return Files.newOutputStream(
                    part,
                    StandardOpenOption.CREATE,
                    append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void write(OutputStream out, byte[] bytes, int count, Path file) throws IOException {
        try {
            out.write(bytes, 0, count);
        } catch (ClosedByInterruptException e) {
            throw new InterruptedIOException("interrupted");
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static LocalFailure unwritable(Path file, IOException cause) {
        return new LocalFailure(new InvalidFileException(file, Problem.NOT_WRITABLE, cause));
    }

    private static void move(Path part, Path file) {
        try {
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new InvalidFileException(file, Problem.NOT_WRITABLE, e);
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The rest of a download cannot be deleted: " + part, e);
        }
    }
}
