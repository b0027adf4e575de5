package io.encord4j.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.ClientOptions;
import io.encord4j.internal.auth.Credential;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {

    private final Credential credential = new Credential.ApiKey("key");
    private final ServerClock clock = new ServerClock(Clock.systemUTC());

    @Test
    void sendsTheEndOfASmallFileWithoutWaiting() throws IOException {
        HttpClients clients = HttpClients.of(ClientOptions.ofDefaults(), credential, clock);

        try (Socket api = clients.api().socketFactory().createSocket();
                Socket storage = clients.storage().socketFactory().createSocket()) {
            assertThat(api.getTcpNoDelay()).isTrue();
            assertThat(storage.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void leavesTheSocketsOfTheUsersClientAlone() {
        OkHttpClient given = new OkHttpClient();
        ClientOptions options = ClientOptions.builder().httpClient(given).build();

        HttpClients clients = HttpClients.of(options, credential, clock);

        assertThat(clients.api().socketFactory()).isSameAs(given.socketFactory());
        assertThat(clients.storage().socketFactory()).isSameAs(given.socketFactory());
    }
}
