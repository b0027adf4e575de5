package io.encord4j.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Targets leave nothing behind, and a real service is used only when it is named")
final class TargetsTest {

    @ParameterizedTest
    @MethodSource("starts")
    void aStoppedTargetHasGivenItsPortBack(Supplier<Target> start) throws IOException {
        URI url;
        try (Target target = start.get()) {
            url = target.url();
            connect(url);
        }
        assertThatThrownBy(() -> connect(url)).isInstanceOf(ConnectException.class);
    }

    @Test
    void noServiceIsUsedUnlessTheEnvironmentNamesOne() {
        assertThat(ServiceTarget.from(Map.of())).isEmpty();
        assertThat(ServiceTarget.from(Map.of("ENCORD4J_CONFORMANCE_URL", " "))).isEmpty();
    }

    @Test
    void aServiceNeedsAKeyAndAPrefix() {
        assertThatThrownBy(() -> ServiceTarget.from(Map.of("ENCORD4J_CONFORMANCE_URL", "https://api.example")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ENCORD4J_CONFORMANCE_SSH_KEY_FILE");
    }

    static Stream<Supplier<Target>> starts() {
        return Stream.of(EmbeddedTarget::start, JarTarget::start);
    }

    private static void connect(URI url) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), 5_000);
        }
    }
}
