package io.encord4j;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key of one dataset. {@link #toString()} does not show the key.
 *
 * @param datasetHash the dataset it belongs to
 * @param title its title; empty for the master key; null when the service does not tell
 * @param keyHash its hash, which is not secret
 * @param scopes what it may do
 * @param key the key itself: a secret
 */
public record DatasetApiKey(
        String datasetHash, @Nullable String title, String keyHash, List<DatasetScope> scopes, String key) {
    /** Keeps a copy of the scopes. */
    public DatasetApiKey {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "DatasetApiKey[datasetHash=%s, title=%s, keyHash=%s, scopes=%s, key=%s]"
                .formatted(datasetHash, title, keyHash, scopes, Redacted.mark(key));
    }
}
