package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * A re-encoded video.
 *
 * @param dataHash the hash of its row
 * @param signedUrl a URL that gives the bytes without further credentials; null unless the service stores them. Never printed
 * @param bucketPath where the bytes are, within the bucket
 */
public record ReEncodedVideo(
        String dataHash,
        @Nullable String signedUrl,
        @Nullable String bucketPath) {
    @Override
    public String toString() {
        return "ReEncodedVideo[dataHash=%s, signedUrl=%s, bucketPath=%s]"
                .formatted(dataHash, Redacted.mark(signedUrl), bucketPath);
    }
}
