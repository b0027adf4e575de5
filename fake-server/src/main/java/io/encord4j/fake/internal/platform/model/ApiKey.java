package io.encord4j.fake.internal.platform.model;

import java.time.Instant;
import java.util.Set;

/**
 * A key of 2022 for one dataset.
 *
 * @param secret the key itself, 43 base64url characters; never printed
 * @param keyHash names the key without giving it away
 * @param title as given; empty for the master key
 * @param datasetHash the dataset that the key opens
 * @param createdBy hash of the user who made it
 * @param master whether it is the one key that is made at most once per dataset
 */
public record ApiKey(
        String secret,
        String keyHash,
        String title,
        Set<DatasetScope> scopes,
        String datasetHash,
        String createdBy,
        Instant createdAt,
        boolean master) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "ApiKey[secret=██, keyHash=" + keyHash + ", scopes=" + scopes + ", datasetHash=" + datasetHash + "]";
    }
}
