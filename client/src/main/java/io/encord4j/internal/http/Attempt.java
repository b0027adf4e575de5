package io.encord4j.internal.http;

import io.encord4j.wire.api.WireOperation;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final List<HttpUrl> urls = new CopyOnWriteArrayList<>();
    private volatile @Nullable String resourceId;
    private volatile boolean sent;
    private volatile long rangeStart;
    private volatile @Nullable String refusedRedirect;
    private volatile int httpStatus;
    private volatile Headers headers = Headers.of();
    private volatile long created;
    private volatile @Nullable IOException readFailure;
    private volatile String opening = "";

    Attempt(WireOperation operation, HttpUrl url, String traceId) {
        this.operation = operation;
        urls.add(url);
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

    /** The URL and those that it was redirected to, which are secrets if they are signed ones. */
    List<HttpUrl> urls() {
        return urls;
    }

    void redirected(HttpUrl to) {
        urls.add(to);
    }

    /** Where the last request went. */
    String host() {
        HttpUrl last = urls.get(urls.size() - 1);
        return last.host() + (last.port() == HttpUrl.defaultPort(last.scheme()) ? "" : ":" + last.port());
    }

    /** Why a redirect was not followed; null if there was none. */
    @Nullable
    String refusedRedirect() {
        return refusedRedirect;
    }

    void refuseRedirect(String reason) {
        this.refusedRedirect = reason;
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

    /** Says that the server has not looked at what it received. */
    void wasNotProcessed() {
        sent = false;
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
