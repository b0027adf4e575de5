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
 * Makes user clients. Without a credential it takes the SSH key of the environment: the file that {@code ENCORD_SSH_KEY_FILE} names, or the
 * text in {@code ENCORD_SSH_KEY}. Not for use by several threads at once.
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
     * Signs with the SSH key in a file. Wins over a key given as text.
     *
     * @param file an OpenSSH private key of type Ed25519; a leading {@code ~} stands for the home directory
     * @return this builder
     */
    public EncordUserClientBuilder sshKeyFile(Path file) {
        this.sshKeyFile = requireNonNull(file, "file");
        return this;
    }

    /**
     * Signs with an SSH key.
     *
     * @param text an OpenSSH private key of type Ed25519
     * @return this builder
     */
    public EncordUserClientBuilder sshKey(String text) {
        this.sshKey = requireNonNull(text, "text");
        return this;
    }

    /**
     * Opens an SSH key that is protected, wherever it comes from.
     *
     * @param passphrase the passphrase, of which a copy is kept until {@link #build()}
     * @return this builder
     */
    public EncordUserClientBuilder passphrase(char[] passphrase) {
        this.passphrase = requireNonNull(passphrase, "passphrase").clone();
        return this;
    }

    /**
     * Stands for the user by a token instead of a key.
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
     * @param options domain, timeouts, repetition and so on
     * @return this builder
     */
    public EncordUserClientBuilder options(ClientOptions options) {
        this.options = requireNonNull(options, "options");
        return this;
    }

    /**
     * Speaks the older wire, for a service that knows no other. Users of Encord itself need not choose.
     *
     * @param generation the generation; {@link ApiGeneration#V2026} by default
     * @return this builder
     */
    public EncordUserClientBuilder generation(ApiGeneration generation) {
        this.generation = requireNonNull(generation, "generation");
        return this;
    }

    /** For tests: takes the environment from elsewhere. */
    EncordUserClientBuilder environment(Environment other) {
        this.environment = other;
        return this;
    }

    /** For tests: takes time and chance from elsewhere. */
    EncordUserClientBuilder timing(Timing other) {
        this.timing = other;
        return this;
    }

    /**
     * Makes the client. Nothing is asked of the service yet.
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
