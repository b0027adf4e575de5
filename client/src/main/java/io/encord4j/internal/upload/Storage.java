package io.encord4j.internal.upload;

import okhttp3.RequestBody;

/** Sends bytes to a signed URL, with repetition; throws the typed errors of the transport. */
@FunctionalInterface
public interface Storage {
    /**
     * Sends bytes.
     *
     * @param signedUrl where to
     * @param body the bytes
     */
    void put(String signedUrl, RequestBody body);
}
