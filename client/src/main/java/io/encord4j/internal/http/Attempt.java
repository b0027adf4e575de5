package io.encord4j.internal.http;

import io.encord4j.wire.api.WireOperation;
import java.io.IOException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way, and what is learnt about it there. Travels as a tag of the request; written by the threads of
 * OkHttp and read by the caller.
 */
final class Attempt {

    private final WireOperation operation;
    private final String traceId;
    private final HttpUrl url;
    private volatile @Nullable String resourceId;
    private volatile boolean sent;
    private volatile long rangeStart;
    private volatile int httpStatus;
    private volatile Headers headers = Headers.of();
    private volatile long created;
    private volatile @Nullable IOException readFailure;
    private volatile String opening = "";

    Attempt(WireOperation operation, HttpUrl url, String traceId) {
        this.operation = operation;
        this.url = url;
        this.traceId = traceId;
    }

    /** The attempt that a request belongs to. */
    static Attempt of(Request request) {
        Attempt attempt = request.tag(Attempt.class);
        if (attempt == null) {
            throw new IllegalStateException(
                    "An interceptor of the OkHttp client lost the tags of the request; derive requests with newBuilder()");
        }
        return attempt;
    }

    WireOperation operation() {
        return operation;
    }

    /** Whether it goes to a signed URL rather than to the API. */
    boolean toStorage() {
        return operation.tag().equals("Storage");
    }

    /** The URL, which is a secret if it is a signed one. */
    HttpUrl url() {
        return url;
    }

    String traceId() {
        return traceId;
    }

    @Nullable
    String resourceId() {
        return resourceId;
    }

    void concern(@Nullable String resource) {
        this.resourceId = resource;
    }

    /** Whether any byte may have left this machine. */
    boolean sent() {
        return sent;
    }

    /** Says that the first byte is about to leave; a connection that could not be made is before that. */
    void departs() {
        sent = true;
    }

    /** The first byte that is wanted of an object in the storage. */
    long rangeStart() {
        return rangeStart;
    }

    void rangeFrom(long start) {
        this.rangeStart = start;
    }

    /** The HTTP status as it came, or 0 if there was no answer. */
    int httpStatus() {
        return httpStatus;
    }

    Headers headers() {
        return headers;
    }

    void answered(int status, Headers answerHeaders) {
        this.httpStatus = status;
        this.headers = answerHeaders;
    }

    /** The {@code created} of its message signature, or 0 if it has none. */
    long created() {
        return created;
    }

    void signedAt(long seconds) {
        this.created = seconds;
    }

    /** What broke while the answer was read, as opposed to an answer that came whole and was no good. */
    @Nullable
    IOException readFailure() {
        return readFailure;
    }

    void readFailed(IOException failure) {
        this.readFailure = failure;
    }

    /** The first characters of the answer, for a message about an answer that cannot be read. */
    String opening() {
        return opening;
    }

    void opensWith(String text) {
        this.opening = text;
    }
}
