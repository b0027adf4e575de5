package io.encord4j.benchmarks.child;

import io.encord4j.benchmarks.RawConnection;
import io.javalin.Javalin;
import java.io.IOException;

/** Starts of Javalin as it comes, with one constant answer: what no server that is made with it can do faster. */
public final class JavalinStart {

    private JavalinStart() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        Starts.time(() -> new Running(Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.startupWatcherEnabled = false;
                    config.routes.post("/public/user", context -> context.result("{}"));
                })
                .start("127.0.0.1", 0)));
    }

    private record Running(Javalin javalin) implements Starts.Running {
        @Override
        public int port() {
            return javalin.port();
        }

        @Override
        public byte[] request() {
            return RawConnection.post("/public/user", "{}");
        }

        @Override
        public void close() {
            javalin.stop();
        }
    }
}
