package io.encord4j.benchmarks.rivals;

import io.encord4j.benchmarks.RawConnection;
import io.encord4j.benchmarks.child.Starts;
import java.io.IOException;
import org.mockserver.configuration.ConfigurationProperties;
import org.mockserver.integration.ClientAndServer;
import org.mockserver.model.HttpRequest;
import org.mockserver.model.HttpResponse;

/** Starts of MockServer with one expectation. */
public final class MockServerStart {

    private MockServerStart() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        ConfigurationProperties.disableLogging(true);
        ConfigurationProperties.disableSystemOut(true);
        Starts.time(() -> {
            ClientAndServer server = ClientAndServer.startClientAndServer(0);
            server.when(HttpRequest.request("/public/user")).respond(HttpResponse.response("{}"));
            return new Running(server);
        });
    }

    private record Running(ClientAndServer server) implements Starts.Running {
        @Override
        public int port() {
            return server.getPort();
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
