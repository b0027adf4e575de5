package io.encord4j.fake.internal.storage;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.Answer.Header;
import io.encord4j.fake.internal.http.AnswerBody;
import io.encord4j.fake.internal.http.IncomingRequest;
import io.encord4j.fake.internal.media.MediaInspector;
import io.encord4j.fake.internal.platform.HostedObjects;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.Blob;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.storage.UrlCheck.Grant;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers PUT, GET and HEAD on signed URLs. The URL is judged before a byte of the body is read, and an upload becomes
 * visible only when it is complete: of several to one URL the last complete one wins.
 */
public final class StorageHandler {

    private static final System.Logger LOG = System.getLogger(StorageHandler.class.getName());
    private static final String DEFAULT_TYPE = "application/octet-stream";
    /** Uploaded HTML could otherwise, once somebody opens it in a browser, do what the server's own page may do. */
    private static final Header NO_RIGHTS_OF_THIS_ORIGIN = new Header("Content-Security-Policy", "sandbox");

    private static final int COPY_BUFFER = 64 * 1024;

    private final UrlSigner urls;
    private final BlobStore blobs;
    private final MediaInspector inspector = new MediaInspector();

    /**
     * What became of a request.
     *
     * @param bodySha256 the hash of an accepted upload in hex, else null
     */
    public record Outcome(Answer answer, @Nullable String bodySha256) {

        private Outcome(Answer answer) {
            this(answer, null);
        }
    }

    /**
     * Makes a handler.
     *
     * @param urls what signed the URLs
     * @param blobs where uploads go
     */
    public StorageHandler(UrlSigner urls, BlobStore blobs) {
        this.urls = urls;
        this.blobs = blobs;
    }

    /**
     * Checks everything about a URL that the URL tells.
     *
     * @return the grant, or what did not match
     */
    public UrlCheck verify(IncomingRequest request) {
        return urls.verify(request.method(), request.path(), request.query());
    }

    /**
     * Answers a request whose URL holds.
     *
     * @param grant the content of its URL
     * @param world the world of the URL, or empty if there is no such world any more
     * @param whenOver is given what to run when the answer was sent, or never will be
     * @return the answer
     * @throws IOException if the request ends before its body is complete; nothing is kept of it then
     */
    public Outcome handle(IncomingRequest request, Grant grant, Optional<World> world, Consumer<Runnable> whenOver)
            throws IOException {
        if (world.isEmpty()) {
            return new Outcome(StorageErrors.unknownWorld());
        }
        Instant now = world.get().clock().instant();
        if (grant.isExpiredAt(now)) {
            return new Outcome(StorageErrors.expired(grant, now));
        }
        try {
            return switch (grant.method()) {
                case PUT -> put(request, grant.object(), world.get());
                case GET -> new Outcome(get(request, read(grant.object(), world.get(), whenOver)));
            };
        } catch (RefusedException e) {
            return new Outcome(StorageErrors.refused(e));
        } catch (DiskFailure e) {
            LOG.log(System.Logger.Level.ERROR, "The disk failed.", e);
            return new Outcome(StorageErrors.diskFailure(e));
        }
    }

    private Outcome put(IncomingRequest request, String object, World world) throws IOException {
        HostedObjects.place(world.observe(), object);
        StoredBlob blob = blobs.store(request.body());
        fill(world, object, blob, request.header("Content-Type"));
        Answer answer = new Answer(200, List.of(new Header("ETag", etag(blob))), AnswerBody.EMPTY, null);
        return new Outcome(answer, blob.sha256());
    }

    /** Bytes that the object did not take are gone at once; old ones of it when no world names them any more. */
    private void fill(World world, String object, StoredBlob blob, @Nullable String type) throws DiskFailure {
        boolean taken = false;
        try {
            StoredObject.Content content = new StoredObject.Content(blob, type, facts(blob));
            taken = world.update(tx -> HostedObjects.fill(tx, object, content));
        } finally {
            if (taken) {
                blob.handOver();
            } else {
                blob.discard();
            }
        }
    }

    private MediaFacts facts(Blob blob) throws DiskFailure {
        try {
            return inspector.factsOf(blob);
        } catch (IOException e) {
            throw new DiskFailure("Cannot read back an upload.", e);
        }
    }

    /** Finds the bytes of an object and keeps them until the exchange is over, even if the object is deleted meanwhile. */
    private static StoredObject.Content read(String object, World world, Consumer<Runnable> whenOver)
            throws IOException {
        PlatformState state = world.snapshot();
        try {
            StoredObject.Content content = HostedObjects.read(state, object);
            whenOver.accept(content.blob().keep());
            return content;
        } finally {
            world.forget(state);
        }
    }

    private static Answer get(IncomingRequest request, StoredObject.Content content) {
        Blob blob = content.blob();
        String given = content.contentType();
        List<Header> headers = List.of(
                new Header("Content-Type", given == null ? DEFAULT_TYPE : given),
                new Header("Accept-Ranges", "bytes"),
                new Header("ETag", etag(blob)),
                NO_RIGHTS_OF_THIS_ORIGIN);
        ByteRange range = ByteRange.of(request.headers("Range"), blob.size());
        if (range instanceof ByteRange.Unsatisfiable) {
            return StorageErrors.unsatisfiableRange(blob.size());
        }
        if (range instanceof ByteRange.Part part) {
            return new Answer(206, headers, bytes(blob, part.from(), part.length()), null)
                    .withHeader("Content-Range", "bytes " + part.from() + "-" + part.to() + "/" + blob.size());
        }
        return new Answer(200, headers, bytes(blob, 0, blob.size()), null);
    }

    private static AnswerBody bytes(Blob blob, long from, long length) {
        return new AnswerBody.Streamed(OptionalLong.of(length), out -> copy(blob, from, length, out));
    }

    private static void copy(Blob blob, long from, long length, OutputStream out) throws IOException {
        byte[] buffer = new byte[COPY_BUFFER];
        try (InputStream in = blob.open(from)) {
            long left = length;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("The stored bytes end " + left + " bytes too early.");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private static String etag(Blob blob) {
        return '"' + blob.sha256() + '"';
    }
}
