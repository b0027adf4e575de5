package io.encord4j.benchmarks.rivals;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.encord4j.benchmarks.RawConnection;
import io.encord4j.benchmarks.child.Starts;
import java.io.IOException;

/** Starts of WireMock with one stub. */
public final class WireMockStart {

    private WireMockStart() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        Starts.time(() -> {
            WireMockServer server = new WireMockServer(options().dynamicPort());
            server.start();
            server.stubFor(post("/public/user").willReturn(okJson("{\"status\": 200, \"response\": []}")));
            return new Running(server);
        });
    }

    private record Running(WireMockServer server) implements Starts.Running {
        @Override
        public int port() {
            return server.port();
        }

        @Override
        public byte[] request() {
            return RawConnection.post("/public/user", "{}");
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
