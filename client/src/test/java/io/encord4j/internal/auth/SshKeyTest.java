package io.encord4j.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.encord4j.CredentialException;
import io.encord4j.CredentialException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshKeyTest {

    private static final String PUBLIC_KEY = Vectors.publicKeyHex("id_ed25519");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"id_ed25519_passphrase", "id_ed25519_passphrase_cbc"})
    void opensAKeyWithItsPassphraseAndLeavesTheArrayAlone(String name) {
        char[] passphrase = Vectors.passphrase(name);

        SshKey key = SshKey.parse(Vectors.keyText(name), passphrase);

        assertThat(key.publicKeyHex()).isEqualTo(PUBLIC_KEY);
        assertThat(passphrase).isEqualTo(Vectors.passphrase(name));
    }

    @Test
    void readsAKeyInOneLineWhoseLineEndsAreWrittenOut() {
        String inOneLine = Vectors.keyText("id_ed25519").replace("\n", "\\n");

        assertThat(SshKey.parse(inOneLine, null).publicKeyHex())
                .isEqualTo(SshKey.parse(Vectors.keyText("id_ed25519"), null).publicKeyHex());
    }

    @Test
    void toleratesWhateverSurroundsTheArmour() {
        String text = Vectors.keyText("id_ed25519");

        assertThat(parsed(t -> "Here is my key, Grüße:\n\n" + t + "\nbye", text))
                .isEqualTo(PUBLIC_KEY);
        assertThat(parsed(t -> t.replace("\n", "\r\n"), text)).isEqualTo(PUBLIC_KEY);
        assertThat(parsed(t -> "   " + t.replace("\n", "\n\t "), text)).isEqualTo(PUBLIC_KEY);
        assertThat(parsed(String::stripTrailing, text)).isEqualTo(PUBLIC_KEY);
    }

    @Test
    void ignoresAPassphraseThatAPlainKeyDoesNotNeed() {
        SshKey key = SshKey.parse(Vectors.keyText("id_ed25519"), "whatever".toCharArray());

        assertThat(key.publicKeyHex()).isEqualTo(PUBLIC_KEY);
    }

    @Test
    void readsAKeyFile() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), Vectors.keyText("id_ed25519"));

        assertThat(SshKey.read(file, null)).hasToString("SshKey[public key " + PUBLIC_KEY + "]");
    }

    @Test
    void asksForTheMissingPassphrase() {
        String text = Vectors.keyText("id_ed25519_passphrase");

        assertRefused(text, null, Problem.PASSPHRASE_REQUIRED, "Give the passphrase");
        assertRefused(text, "", Problem.PASSPHRASE_REQUIRED, "Give the passphrase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_ed25519_passphrase", "id_ed25519_passphrase_cbc"})
    void refusesAWrongPassphraseWithoutShowingIt(String name) {
        CredentialException refusal =
                assertRefused(Vectors.keyText(name), "not the canary", Problem.PASSPHRASE_WRONG, "does not open");

        assertThat(refusal).hasMessageNotContaining("canary").hasNoCause();
    }

    @Test
    void refusesAKeyThatIsNotEd25519() {
        assertRefused(Vectors.keyText("id_rsa"), null, Problem.NOT_ED25519, "but ssh-rsa");
        assertRefused(Vectors.keyText("id_ecdsa"), null, Problem.NOT_ED25519, "but ecdsa-sha2-nistp256");
    }

    @Test
    void refusesOtherKeyFormatsByName() {
        String dashes = "-----";
        String pem = dashes + "BEGIN PRIVATE KEY" + dashes + "\nMC4CAQAw\n" + dashes + "END PRIVATE KEY" + dashes;

        assertRefused(pem, null, Problem.NOT_OPENSSH, "PEM (PRIVATE KEY)");
        assertRefused(pem.replace("PRIVATE", "RSA PRIVATE"), null, Problem.NOT_OPENSSH, "PEM (RSA PRIVATE KEY)");
        assertRefused(pem, null, Problem.NOT_OPENSSH, "ssh-keygen -p -f");
        assertRefused("PuTTY-User-Key-File-3: ssh-ed25519", null, Problem.NOT_OPENSSH, "PuTTY");
        assertRefused("PuTTY-User-Key-File-3: ssh-ed25519", null, Problem.NOT_OPENSSH, "puttygen");
        assertRefused("ssh-ed25519 AAAAC3NzaC1l me@here", null, Problem.NOT_OPENSSH, "public SSH key");
    }

    @Test
    void refusesGarbageWithoutShowingIt() {
        CredentialException refusal =
                assertRefused("canary-of-something-secret", null, Problem.NOT_OPENSSH, "This is no SSH key");

        assertThat(refusal).hasMessageNotContaining("canary");
        assertRefused(" \n ", null, Problem.EMPTY, "is empty");
    }

    @Test
    void refusesADamagedKeyWithoutShowingAnyOfIt() {
        String text = Vectors.keyText("id_ed25519");
        String secretLine = text.lines().skip(3).findFirst().orElseThrow();

        for (String damaged : new String[] {
            text.substring(0, text.length() / 2),
            text.replace(secretLine, "*" + secretLine),
            text.replace(secretLine, secretLine.substring(4)),
            armoured(new byte[0]),
            armoured("openssh-key-v1\0\0\0\0".getBytes(StandardCharsets.US_ASCII)),
            armoured("openssh-key-v1\0\377\377\377\377".getBytes(StandardCharsets.ISO_8859_1)),
        }) {
            CredentialException refusal = assertRefused(damaged, null, Problem.CORRUPT, "Copy the key again");
            assertThat(refusal)
                    .hasMessageNotContaining(secretLine.substring(0, 8))
                    .hasNoCause();
        }
    }

    @Test
    void namesTheFileThatCannotBeUsed() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        Path huge = Files.write(folder.resolve("huge"), new byte[100_000]);

        assertRefused(folder.resolve("absent"), Problem.MISSING, "absent does not exist");
        assertRefused(folder, Problem.NOT_A_FILE, "is a directory");
        assertRefused(huge, Problem.NOT_OPENSSH, "far too long");
        assertRefused(empty, Problem.EMPTY, "is empty");
    }

    private static String parsed(UnaryOperator<String> change, String text) {
        return SshKey.parse(change.apply(text), null).publicKeyHex();
    }

    private static String armoured(byte[] blob) {
        String armour = "-----@ OPENSSH PRIVATE KEY-----\n";
        return armour.replace("@", "BEGIN")
                + Base64.getEncoder().encodeToString(blob)
                + "\n"
                + armour.replace("@", "END");
    }

    private static CredentialException assertRefused(String text, String passphrase, Problem problem, String words) {
        char[] chars = passphrase == null ? null : passphrase.toCharArray();
        return assertRefused(() -> SshKey.parse(text, chars), problem, words);
    }

    private static void assertRefused(Path file, Problem problem, String words) {
        assertRefused(() -> SshKey.read(file, null), problem, words);
    }

    private static CredentialException assertRefused(
            ThrowableAssert.ThrowingCallable action, Problem problem, String words) {
        CredentialException refusal = catchThrowableOfType(CredentialException.class, action);
        assertThat(refusal).isNotNull().hasMessageContaining(words);
        assertThat(refusal.problem()).isEqualTo(problem);
        assertThat(refusal.remedy()).isNotNull();
        return refusal;
    }
}
