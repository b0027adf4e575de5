package io.encord4j.benchmarks.child;

import io.encord4j.benchmarks.RawConnection;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import java.io.IOException;

/** Starts of the fake: a user is made, and lists the datasets that there are not. */
public final class FakeStart {

    private FakeStart() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        Starts.time(() -> {
            FakeEncordServer server = FakeEncordServer.start();
            FakeUser user = server.defaultWorld().newUser("ada@example.com");
            return new Running(server, user);
        });
    }

    private record Running(FakeEncordServer server, FakeUser user) implements Starts.Running {
        @Override
        public int port() {
            return server.port();
        }

        @Override
        public byte[] request() {
            return RawConnection.post(
                    "/public/user",
                    "{\"query_type\": \"datasetwithuserrole\", \"query_method\": \"GET\", "
                            + "\"values\": {\"uid\": null, \"payload\": {\"filter\": {}}}}",
                    "Authorization: Bearer " + user.bearerToken());
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
