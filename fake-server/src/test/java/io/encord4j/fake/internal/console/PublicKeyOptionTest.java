package io.encord4j.fake.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicKeyOptionTest {

    private static final String HEX = "c5bb132c5976974a21aacae4c7109a7293a30d88b67ff27ebadd3a88865c2626";
    private static final String OPENSSH =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMW7EyxZdpdKIarK5McQmnKTow2Itn/yfrrdOoiGXCYm a-comment";

    @Test
    void readsHexAndOpenSshTextAndFiles(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("id.pub"), OPENSSH + "\n");

        assertThat(PublicKeyOption.of(HEX, "d@x")).isEqualTo(new PublicKeyOption("d@x", HEX));
        assertThat(PublicKeyOption.of(OPENSSH, "d@x")).isEqualTo(new PublicKeyOption("d@x", HEX));
        assertThat(PublicKeyOption.of("@" + file, "d@x")).isEqualTo(new PublicKeyOption("d@x", HEX));
    }

    @Test
    void takesTheAddressThatIsGiven() {
        assertThat(PublicKeyOption.of("alice@example.com=" + HEX, "d@x"))
                .isEqualTo(new PublicKeyOption("alice@example.com", HEX));
        assertThat(PublicKeyOption.of("alice@example.com=" + OPENSSH, "d@x"))
                .isEqualTo(new PublicKeyOption("alice@example.com", HEX));
    }
}
