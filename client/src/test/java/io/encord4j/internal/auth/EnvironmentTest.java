package io.encord4j.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.CredentialException;
import io.encord4j.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

    @TempDir
    Path home;

    @Test
    void prefersTheNewNamesAndSkipsEmptyOnes() {
        assertThat(environment("ENCORD_DATASET_ID", "new", "CORD_DATASET_ID", "old")
                        .datasetId())
                .isEqualTo("new");
        assertThat(environment("ENCORD_DATASET_ID", " ", "CORD_DATASET_ID", "old")
                        .datasetId())
                .isEqualTo("old");
        assertThat(environment("ENCORD_API_KEY", "new", "CORD_API_KEY", "old")
                        .apiKey()
                        .value())
                .isEqualTo("new");
        assertThat(environment("CORD_API_KEY", "old").apiKey().value()).isEqualTo("old");
    }

    @Test
    void refusesADatasetTogetherWithAProject() {
        assertThatThrownBy(() -> environment("CORD_DATASET_ID", "d", "ENCORD_PROJECT_ID", "p")
                        .datasetId())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("both a dataset and a project");
    }

    @Test
    void pointsFromAPersonsKeyToTheClientThatTakesIt() {
        assertThatThrownBy(
                        () -> environment("ENCORD_SSH_KEY_FILE", "id_ed25519").apiKey())
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("user.datasetClient(datasetHash)");
    }

    @Test
    void saysWhatIsMissingAndWhereToPutIt() {
        assertThatThrownBy(() -> environment().datasetId())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("ENCORD_DATASET_ID");
        assertThatThrownBy(() -> environment("CORD_PROJECT_ID", "p").datasetId())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("client for datasets");
        assertThatThrownBy(() -> environment().apiKey())
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("ENCORD_API_KEY");
        assertThatThrownBy(() -> environment("ENCORD_SSH_KEY", "").sshKey(null))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("ENCORD_SSH_KEY_FILE");
    }

    @Test
    void readsTheKeyFileBeforeTheKeyTextAndExpandsTheTilde() throws IOException {
        Files.writeString(home.resolve("other"), Vectors.keyText("id_ed25519_other"));
        String text = Vectors.keyText("id_ed25519");

        assertThat(environment("ENCORD_SSH_KEY", text).sshKey(null).publicKeyHex())
                .isEqualTo(Vectors.publicKeyHex("id_ed25519"));
        assertThat(environment("ENCORD_SSH_KEY", text, "ENCORD_SSH_KEY_FILE", "~/other")
                        .sshKey(null)
                        .publicKeyHex())
                .isEqualTo(Vectors.publicKeyHex("id_ed25519_other"));
    }

    @Test
    void doesNotFallBackToTheKeyTextWhenTheKeyFileIsMissing() {
        Environment environment =
                environment("ENCORD_SSH_KEY", Vectors.keyText("id_ed25519"), "ENCORD_SSH_KEY_FILE", "~/absent");

        assertThatThrownBy(() -> environment.sshKey(null))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("absent does not exist");
    }

    @Test
    void doesNotShowAKeyThatStandsWhereItsPathBelongs() {
        String text = Vectors.keyText("id_ed25519");

        assertThatThrownBy(() -> environment("ENCORD_SSH_KEY_FILE", text).sshKey(null))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("is no path")
                .hasMessageNotContaining("b3BlbnNz")
                .hasNoCause();
    }

    @Test
    void showsNoSecret() {
        assertThat(environment("ENCORD_API_KEY", "canary")).asString().doesNotContain("canary");
        assertThat(new Credential.ApiKey("canary")).asString().doesNotContain("canary");
        assertThat(new Credential.Bearer("canary")).asString().doesNotContain("canary");
        assertThat(new Credential.Ssh(Vectors.key())).asString().contains("public key");
    }

    @Test
    void refusesCredentialsThatCannotTravelInAHeader() {
        assertThat(new Credential.ApiKey(" key\n").value()).isEqualTo("key");
        assertThatThrownBy(() -> new Credential.ApiKey("ca\nnary"))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("Character 3 of the API key")
                .hasMessageNotContaining("nary");
        assertThatThrownBy(() -> new Credential.Bearer("tökén")).isInstanceOf(CredentialException.class);
        assertThatThrownBy(() -> new Credential.Bearer(" "))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("bearer token is blank");
    }

    private Environment environment(String... namesAndValues) {
        HashMap<String, String> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Environment(Map.copyOf(variables), home);
    }
}
