package io.encord4j;

import static java.util.Objects.requireNonNull;

import io.encord4j.internal.auth.Credential;
import io.encord4j.internal.auth.Environment;
import io.encord4j.internal.http.Timing;
import io.encord4j.internal.http.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Builds dataset clients from an API key. What is not set comes from the environment: {@code ENCORD_DATASET_ID} and {@code ENCORD_API_KEY},
 * or the older {@code CORD_DATASET_ID} and {@code CORD_API_KEY}. With an SSH key or a bearer token, open datasets by {@link
 * EncordUserClient#datasetClient}. Not thread-safe.
 */
public final class EncordDatasetClientBuilder {
    private @Nullable String resourceId;
    private @Nullable String apiKey;
    private ClientOptions options = ClientOptions.ofDefaults();
    private Environment environment = Environment.ofProcess();
    private Timing timing = Timing.ofMachine();

    EncordDatasetClientBuilder() {}

    /**
     * Names the dataset.
     *
     * @return this builder
     */
    public EncordDatasetClientBuilder resourceId(String datasetHash) {
        this.resourceId = checkedHash(datasetHash, "datasetHash");
        return this;
    }

    /**
     * Gives the API key.
     *
     * @param key a key of the dataset
     * @return this builder
     */
    public EncordDatasetClientBuilder apiKey(String key) {
        this.apiKey = requireNonNull(key, "key");
        return this;
    }

    /**
     * Sets everything but the credential.
     *
     * @param options domain, timeouts, retries and so on
     * @return this builder
     */
    public EncordDatasetClientBuilder options(ClientOptions options) {
        this.options = requireNonNull(options, "options");
        return this;
    }

    /** For tests: replaces the environment. */
    EncordDatasetClientBuilder environment(Environment other) {
        this.environment = other;
        return this;
    }

    /** For tests: replaces time and chance. */
    EncordDatasetClientBuilder timing(Timing other) {
        this.timing = other;
        return this;
    }

    /**
     * Builds the client. Nothing is sent yet; {@link EncordDatasetClient#describeApiKey()} verifies the key.
     *
     * @return the client, which must be closed
     * @throws CredentialException if there is no API key, or it cannot be used
     * @throws InvalidValueException if there is no resource id, or the environment names both a dataset and a project
     */
    public EncordDatasetClient build() {
        String hash = resourceId == null ? checkedHash(environment.datasetId(), "ENCORD_DATASET_ID") : resourceId;
        Credential key = apiKey == null ? environment.apiKey() : new Credential.ApiKey(apiKey);
        Transport transport = Transport.open(options, key, timing);
        return new EncordDatasetClient(transport, hash, transport::close);
    }

    static String checkedHash(String datasetHash, String name) {
        String hash = requireNonNull(datasetHash, name).strip();
        if (hash.isEmpty() || !hash.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new InvalidValueException(
                    name,
                    "The " + name + " is blank, or has other characters than visible ASCII ones.",
                    "Give the hash of the dataset, such as ff8fac10-b070-5963-b59b-165a0d8e5662.");
        }
        return hash;
    }
}
