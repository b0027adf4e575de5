package io.encord4j.fake.storage;

import io.encord4j.fake.http.Answer;
import io.encord4j.fake.http.Answer.Header;
import io.encord4j.fake.http.AnswerBody;
import io.encord4j.fake.http.IncomingRequest;
import io.encord4j.fake.storage.ObjectShelf.StoredObject;
import io.encord4j.fake.storage.SignedTarget.Grant;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Answers PUT, GET and HEAD on signed URLs. The URL is judged before a byte of the body is read, and an upload becomes
 * visible only when it is complete: of several to one URL the last complete one wins.
 */
public final class StorageHandler {

    private static final String DEFAULT_TYPE = "application/octet-stream";
    private static final int COPY_BUFFER = 64 * 1024;

    private final SignedUrls urls;
    private final BlobStore blobs;

    /**
     * Makes a handler.
     *
     * @param urls what signed the URLs
     * @param blobs where uploads go
     */
    public StorageHandler(SignedUrls urls, BlobStore blobs) {
        this.urls = urls;
        this.blobs = blobs;
    }

    /**
     * Checks everything about a URL that the URL tells.
     *
     * @param request the request
     * @return the grant, or what did not match
     */
    public SignedTarget verify(IncomingRequest request) {
        return urls.verify(request.method(), request.path(), request.query());
    }

    /**
     * Answers a request whose URL holds.
     *
     * @param request the request
     * @param grant the content of its URL
     * @param world the world of the URL, or empty if there is no such world any more
     * @return the answer
     * @throws IOException if the request ends before its body is complete; nothing is kept of it then
     */
    public Answer handle(IncomingRequest request, Grant grant, Optional<ObjectShelf> world) throws IOException {
        if (world.isEmpty()) {
            return StorageErrors.unknownWorld();
        }
        ObjectShelf shelf = world.get();
        Instant now = shelf.now();
        if (grant.isExpiredAt(now)) {
            return StorageErrors.expired(grant, now);
        }
        return switch (grant.method()) {
            case PUT -> put(request, grant.object(), shelf);
            case GET -> get(request, grant.object(), shelf);
        };
    }

    private Answer put(IncomingRequest request, String object, ObjectShelf shelf) throws IOException {
        if (!shelf.expects(object)) {
            return StorageErrors.unknownObject();
        }
        StoredBlob blob;
        try (InputStream body = request.body()) {
            blob = blobs.store(body);
        } catch (DiskFailure e) {
            return StorageErrors.diskFailure();
        }
        if (!shelf.put(object, blob, request.header("Content-Type"))) {
            return StorageErrors.unknownObject();
        }
        return new Answer(200, List.of(new Header("ETag", etag(blob))), AnswerBody.EMPTY, null);
    }

    private static Answer get(IncomingRequest request, String object, ObjectShelf shelf) {
        Optional<StoredObject> found = shelf.get(object);
        if (found.isEmpty()) {
            return StorageErrors.notUploaded();
        }
        StoredBlob blob = found.get().blob();
        String given = found.get().contentType();
        List<Header> headers = List.of(
                new Header("Content-Type", given == null ? DEFAULT_TYPE : given),
                new Header("Accept-Ranges", "bytes"),
                new Header("ETag", etag(blob)));
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

    private static AnswerBody bytes(StoredBlob blob, long from, long length) {
        return new AnswerBody.Streamed(OptionalLong.of(length), out -> copy(blob, from, length, out));
    }

    private static void copy(StoredBlob blob, long from, long length, OutputStream out) throws IOException {
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

    private static String etag(StoredBlob blob) {
        return '"' + blob.sha256() + '"';
    }
}
