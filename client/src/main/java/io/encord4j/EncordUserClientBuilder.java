package io.encord4j;

import static java.util.Objects.requireNonNull;

import io.encord4j.internal.auth.Credential;
import io.encord4j.internal.auth.Environment;
import io.encord4j.internal.auth.SshKey;
import io.encord4j.internal.http.Timing;
import io.encord4j.internal.http.Transport;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Builds user clients. Without a credential, the SSH key comes from the environment: the file that {@code ENCORD_SSH_KEY_FILE} names, or the
 * text in {@code ENCORD_SSH_KEY}. Not thread-safe.
 */
public final class EncordUserClientBuilder {
    private @Nullable Path sshKeyFile;
    private @Nullable String sshKey;
    private char @Nullable [] passphrase;
    private @Nullable String bearerToken;
    private ClientOptions options = ClientOptions.ofDefaults();
    private ApiGeneration generation = ApiGeneration.V2026;
    private Environment environment = Environment.ofProcess();
    private Timing timing = Timing.ofMachine();

    EncordUserClientBuilder() {}

    /**
     * Signs requests with the SSH key in a file, which takes precedence over a key given as text.
     *
     * @param file an OpenSSH private key of type Ed25519; a leading {@code ~} stands for the home directory
     * @return this builder
     */
    public EncordUserClientBuilder sshKeyFile(Path file) {
        this.sshKeyFile = requireNonNull(file, "file");
        return this;
    }

    /**
     * Signs requests with an SSH key.
     *
     * @param text an OpenSSH private key of type Ed25519
     * @return this builder
     */
    public EncordUserClientBuilder sshKey(String text) {
        this.sshKey = requireNonNull(text, "text");
        return this;
    }

    /**
     * Sets the passphrase of a protected SSH key, wherever the key comes from.
     *
     * @param passphrase the passphrase, of which a copy is kept until {@link #build()}
     * @return this builder
     */
    public EncordUserClientBuilder passphrase(char[] passphrase) {
        this.passphrase = requireNonNull(passphrase, "passphrase").clone();
        return this;
    }

    /**
     * Authenticates with a bearer token instead of an SSH key.
     *
     * @param token the token, without the word Bearer
     * @return this builder
     */
    public EncordUserClientBuilder bearerToken(String token) {
        this.bearerToken = requireNonNull(token, "token");
        return this;
    }

    /**
     * Sets everything but the credential.
     *
     * @param options domain, timeouts, retries and so on
     * @return this builder
     */
    public EncordUserClientBuilder options(ClientOptions options) {
        this.options = requireNonNull(options, "options");
        return this;
    }

    /**
     * Chooses the generation of the service to speak to. Only a service that knows no other needs {@link ApiGeneration#V2022}.
     *
     * @param generation the generation; {@link ApiGeneration#V2026} by default
     * @return this builder
     */
    public EncordUserClientBuilder generation(ApiGeneration generation) {
        this.generation = requireNonNull(generation, "generation");
        return this;
    }

    /** For tests: replaces the environment. */
    EncordUserClientBuilder environment(Environment other) {
        this.environment = other;
        return this;
    }

    /** For tests: replaces time and chance. */
    EncordUserClientBuilder timing(Timing other) {
        this.timing = other;
        return this;
    }

    /**
     * Builds the client. Nothing is sent yet.
     *
     * @return the client, which must be closed
     * @throws CredentialException if there is no credential, or it cannot be used
     * @throws InvalidValueException if there are two different credentials
     */
    public EncordUserClient build() {
        return new EncordUserClient(Transport.open(options, credential(), timing), generation);
    }

    private Credential credential() {
        char[] secret = passphrase;
        try {
            if (bearerToken != null) {
                if (sshKeyFile != null || sshKey != null) {
                    throw new InvalidValueException(
                            "bearerToken",
                            "There are a bearer token and an SSH key.",
                            "Give one of the two, since the client must know for whom it speaks.");
                }
                return new Credential.Bearer(bearerToken);
            }
            if (sshKeyFile != null) {
                return new Credential.Ssh(SshKey.read(environment.expanded(sshKeyFile), secret));
            }
            return new Credential.Ssh(sshKey != null ? SshKey.parse(sshKey, secret) : environment.sshKey(secret));
        } finally {
            if (secret != null) {
                Arrays.fill(secret, '\0');
            }
            passphrase = null;
        }
    }
}
