package io.encord4j.internal.upload;

import io.encord4j.RetryPolicy;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Sends bytes to a signed URL, with repetition; throws the typed errors of the transport. */
@FunctionalInterface
public interface Storage {
    /**
     * Sends bytes.
     *
     * @param signedUrl where to
     * @param body the bytes
     * @param retryPolicy how often to try; null for that of the client
     */
    void put(String signedUrl, RequestBody body, @Nullable RetryPolicy retryPolicy);
}
