package io.encord4j.benchmarks.child;

import com.sun.net.httpserver.HttpServer;
import io.encord4j.benchmarks.RawConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts of the JDK's own server with one constant answer. */
public final class JdkStart {

    private JdkStart() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        Starts.time(() -> {
            ExecutorService threads = Executors.newCachedThreadPool();
            HttpServer server = JdkServer.start(0, threads, Path.of("unused"));
            server.start();
            return new Running(server, threads);
        });
    }

    private record Running(HttpServer server, ExecutorService threads) implements Starts.Running {
        @Override
        public int port() {
            return server.getAddress().getPort();
        }

        @Override
        public byte[] request() {
            return RawConnection.post("/public/user", "{}");
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
