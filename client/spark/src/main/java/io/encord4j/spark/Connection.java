package io.encord4j.spark;

import io.encord4j.ClientOptions;
import io.encord4j.EncordUserClient;
import io.encord4j.EncordUserClientBuilder;
import io.encord4j.RetryPolicy;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * How the service is reached, and by whom. It travels to the executors with each task, and shows no secret in its text.
 *
 * @param domain the service
 * @param sshKeyFile a file that every machine of the cluster has; null for another credential
 * @param sshKeySecret the text of a key; null for another credential
 * @param sshKeyPassword the passphrase of the key; null if it has none
 * @param bearerToken a token; null for another credential
 */
record Connection(
        String domain,
        @Nullable String sshKeyFile,
        @Nullable String sshKeySecret,
        @Nullable String sshKeyPassword,
        @Nullable String bearerToken)
        implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** A task that gives up is begun again from its first row. */
    private static final RetryPolicy PATIENT = RetryPolicy.builder()
            .maxAttempts(10)
            .maxElapsed(Duration.ofHours(1))
            .build();

    static Connection of(Options options) {
        return new Connection(
                options.find("domain").orElse(ClientOptions.EU_DOMAIN),
                options.find("sshKeyFile").orElse(null),
                options.find("sshKeySecret").orElse(null),
                options.find("sshKeyPassword").orElse(null),
                options.find("bearerToken").orElse(null));
    }

    /** Opens a client; without a credential in the options, with what the environment of this machine has. */
    EncordUserClient open(OkHttpClient http) {
        EncordUserClientBuilder builder = EncordUserClient.builder()
                .options(ClientOptions.builder()
                        .domain(domain)
                        .httpClient(http)
                        .userAgentSuffix("encord4j-spark")
                        .retryPolicy(PATIENT)
                        .build());
        if (sshKeyFile != null) {
            builder.sshKeyFile(Path.of(sshKeyFile));
        }
        if (sshKeySecret != null) {
            builder.sshKey(sshKeySecret);
        }
        if (sshKeyPassword != null) {
            builder.passphrase(sshKeyPassword.toCharArray());
        }
        if (bearerToken != null) {
            builder.bearerToken(bearerToken);
        }
        return builder.build();
    }

    @Override
    public String toString() {
        String credential = bearerToken != null
                ? "bearer token"
                : sshKeySecret != null ? "SSH key" : sshKeyFile != null ? "SSH key file" : "environment";
        return "Connection[domain=" + domain + ", credential=" + credential + "]";
    }
}
