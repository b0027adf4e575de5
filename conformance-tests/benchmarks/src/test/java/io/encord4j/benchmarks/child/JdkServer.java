package io.encord4j.benchmarks.child;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The least that the JDK can do: constant bytes for a POST, and the bytes of a PUT into a file. */
public final class JdkServer {

    private static final byte[] ANSWER =
            "{\"status\": 200, \"response\": {\"title\": \"Benchmark\", \"resource_type\": \"dataset\"}}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final int THREADS = 16;
    private static final int BUFFER = 64 * 1024;

    private JdkServer() {}

    /** Arguments: port, and the file to write to. */
    public static void main(String[] arguments) throws IOException {
        HttpServer server =
                start(Integer.parseInt(arguments[0]), Executors.newFixedThreadPool(THREADS), Path.of(arguments[1]));
        server.start();
    }

    static HttpServer start(int port, ExecutorService threads, Path file) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                if (exchange.getRequestMethod().equals("PUT")) {
                    write(exchange, file);
                    exchange.sendResponseHeaders(200, -1);
                } else {
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, ANSWER.length);
                    exchange.getResponseBody().write(ANSWER);
                }
            }
        });
        return server;
    }

    private static void write(HttpExchange exchange, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        InputStream in = exchange.getRequestBody();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }
}
