package io.encord4j.internal.auth;

import io.encord4j.CredentialException;
import io.encord4j.CredentialException.Problem;
import io.encord4j.InvalidValueException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says about credentials, by the names and in the order of the official SDKs. An empty variable is
 * an unset one.
 *
 * @param variables the environment variables
 * @param home the directory that {@code ~} stands for
 */
public record Environment(Map<String, String> variables, Path home) {

    /** Takes a copy of the variables. */
    public Environment {
        variables = Map.copyOf(variables);
    }

    /** Shows none of the values, since some of them are secrets. */
    @Override
    public String toString() {
        return "Environment[home=" + home + "]";
    }

    /** The environment of this process. */
    public static Environment ofProcess() {
        return new Environment(System.getenv(), Path.of(System.getProperty("user.home", "")));
    }

    /**
     * The dataset to work with: {@code ENCORD_DATASET_ID}, or {@code CORD_DATASET_ID}.
     *
     * @throws InvalidValueException if there is none, or a project is named as well
     */
    public String datasetId() {
        Optional<String> dataset = first("ENCORD_DATASET_ID", "CORD_DATASET_ID");
        Optional<String> project = first("ENCORD_PROJECT_ID", "CORD_PROJECT_ID");
        if (dataset.isPresent() && project.isPresent()) {
            throw new InvalidValueException(
                    "ENCORD_DATASET_ID",
                    "The environment names both a dataset and a project.",
                    "Unset ENCORD_PROJECT_ID and CORD_PROJECT_ID, or pass the resource id in code.");
        }
        return dataset.orElseThrow(() -> new InvalidValueException(
                "ENCORD_DATASET_ID",
                project.isPresent()
                        ? "The environment names a project, and this is a client for datasets."
                        : "There is no resource id.",
                "Pass the dataset hash in code, or set ENCORD_DATASET_ID."));
    }

    /**
     * The API key: {@code ENCORD_API_KEY}, or {@code CORD_API_KEY}.
     *
     * @throws CredentialException if there is none
     */
    public Credential.ApiKey apiKey() {
        return new Credential.ApiKey(first("ENCORD_API_KEY", "CORD_API_KEY").orElseThrow(this::missingApiKey));
    }

    private CredentialException missingApiKey() {
        boolean person = first("ENCORD_SSH_KEY_FILE", "ENCORD_SSH_KEY").isPresent();
        return missing(
                "API key",
                person
                        ? "The environment has an SSH key: build an EncordUserClient and take user.datasetClient(datasetHash), or set ENCORD_API_KEY."
                        : "Pass the API key in code, or set ENCORD_API_KEY.");
    }

    /**
     * The SSH key: the file that {@code ENCORD_SSH_KEY_FILE} names, or the text in {@code ENCORD_SSH_KEY}.
     *
     * @param passphrase the passphrase, or null; no variable holds it
     * @throws CredentialException if there is none, or it cannot be used
     */
    public SshKey sshKey(char @Nullable [] passphrase) {
        Optional<String> file = first("ENCORD_SSH_KEY_FILE");
        if (file.isPresent()) {
            return SshKey.read(resolved(file.get()), passphrase);
        }
        String text = first("ENCORD_SSH_KEY")
                .orElseThrow(() -> missing(
                        "SSH key",
                        "Pass the key in code, or set ENCORD_SSH_KEY_FILE to its path or ENCORD_SSH_KEY to its text."));
        return SshKey.parse(text, passphrase);
    }

    /** The path, with a leading {@code ~} resolved. */
    public Path expanded(Path path) {
        Path tilde = path.getFileSystem().getPath("~");
        return path.startsWith(tilde) ? home.resolve(tilde.relativize(path).toString()) : path;
    }

    private Path resolved(String path) {
        try {
            if (path.contains("PRIVATE KEY") || path.contains("\n")) {
                throw new InvalidPathException("", "a key instead of its path");
            }
            return expanded(Path.of(path));
        } catch (InvalidPathException e) {
            // Without the value and the cause, which shows it: perhaps it is the key itself.
            throw new CredentialException(
                    Problem.MISSING,
                    "The value of ENCORD_SSH_KEY_FILE is no path.",
                    "Set it to the path of the key; the text of a key belongs into ENCORD_SSH_KEY.",
                    null);
        }
    }

    private Optional<String> first(String... names) {
        for (String name : names) {
            String value = variables.getOrDefault(name, "");
            if (!value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }

    private static CredentialException missing(String what, String remedy) {
        return new CredentialException(Problem.MISSING, "There is no " + what + ".", remedy, null);
    }
}
