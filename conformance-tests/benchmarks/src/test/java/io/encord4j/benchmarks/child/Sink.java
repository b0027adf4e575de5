package io.encord4j.benchmarks.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A service that takes any bytes and drops them, and registers whatever it is asked to: as little as a client needs to see, so that the client
 * is what is measured. Bytes are read 256 KiB at a time. {@code GET /rows} and {@code GET /requests} tell how many there are.
 */
public final class Sink {
    private static final Pattern ITEM = Pattern.compile("\"objectUrl\":\"([^\"]*)\",\"title\":\"([^\"]*)\"");
    private static final String DATA_ROW =
            "{\"data_hash\":\"%1$s\",\"data_title\":\"%2$s\",\"data_type\":\"IMAGE\",\"created_at\":\"2026-03-12 10:00:00\","
                    + "\"last_edited_at\":\"2026-03-12 10:00:00\",\"width\":32,\"height\":24,\"file_link\":\"%1$s\","
                    + "\"file_size\":1024,\"file_type\":\"image/png\",\"storage_location\":0,\"frames_per_second\":null,"
                    + "\"duration\":null}";
    private static final Pattern JOB = Pattern.compile("\"process_hash\":\"([^\"]*)\"");
    private static final String ROW =
            "{\"data_hash\":\"%1$s\",\"title\":\"%2$s\",\"backing_item_uuid\":\"d3207fb8-c0dd-5b75-99e6-71c3e9cad573\"}";
    private static final String URL =
            "{\"itemUuid\":\"d3207fb8-c0dd-5b75-99e6-71c3e9cad573\",\"objectKey\":\"%s\",\"signedUrl\":\"%s/storage/%1$s\"}";

    private final String url;
    private final ServerSocket server;
    /** The files of each job: an object key and a title. */
    private final Map<String, List<MatchResult>> jobs = new ConcurrentHashMap<>();

    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    private Sink(String scheme, ServerSocket server) {
        this.server = server;
        this.url = scheme + "://localhost:" + server.getLocalPort();
    }

    /** Arguments: port, 0 for any, which is answered; and for TLS a key store and its password. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        boolean plain = arguments.length == 1;
        ServerSocketFactory sockets =
                plain ? ServerSocketFactory.getDefault() : tls(Path.of(arguments[1]), arguments[2].toCharArray());
        ServerSocket server =
                sockets.createServerSocket(Integer.parseInt(arguments[0]), 50, InetAddress.getLoopbackAddress());
        Sink sink = new Sink(plain ? "http" : "https", server);
        Commands.answer(server.getLocalPort());
        sink.serve();
    }

    private static ServerSocketFactory tls(Path store, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    private void serve() throws IOException {
        while (true) {
            Socket socket = server.accept();
            socket.setTcpNoDelay(true);
            Thread thread = new Thread(() -> {
                try (socket) {
                    Connection connection = new Connection(socket.getInputStream(), socket.getOutputStream());
                    while (connection.hasNext()) {
                        connection.answer();
                    }
                } catch (IOException e) {
                    // The client has left.
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }

    private String result(String head, String body) {
        if (head.contains("presigned-urls")) {
            int count = Integer.parseInt(head.replaceAll("(?s).*[?&]count=([0-9]+).*", "$1"));
            return IntStream.range(0, count)
                    .mapToObj(i -> URL.formatted("key-" + keys.incrementAndGet(), url))
                    .collect(Collectors.joining(",", "{\"results\":[", "],\"nextPageToken\":null}"));
        }
        if (head.startsWith("GET /rows")) {
            return String.valueOf(jobs.values().stream().mapToInt(List::size).sum());
        }
        if (head.startsWith("GET /requests")) {
            return String.valueOf(requests.get());
        }
        if (body.contains("\"datarows\"")) {
            return envelope(jobs.values().stream()
                    .flatMap(List::stream)
                    .map(item -> DATA_ROW.formatted(item.group(1), item.group(2)))
                    .collect(Collectors.joining(",", "[", "]")));
        }
        if (!body.contains("\"datasetdatalongpolling\"")) {
            return envelope("true");
        }
        String job = JOB.matcher(body)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
        if (job.isEmpty()) {
            String started = "job-" + keys.incrementAndGet();
            jobs.put(started, ITEM.matcher(body).results().toList());
            return envelope("{\"process_hash\":\"" + started + "\"}");
        }
        String rows = jobs.getOrDefault(job, List.of()).stream()
                .map(item -> ROW.formatted(item.group(1), item.group(2)))
                .collect(Collectors.joining(","));
        return envelope("{\"status\":\"DONE\",\"data_hashes_with_titles\":[" + rows
                + "],\"errors\":[],\"data_unit_errors\":[],\"units_pending_count\":0,\"units_done_count\":1,"
                + "\"units_error_count\":0,\"units_cancelled_count\":0}");
    }

    private static String envelope(String response) {
        return "{\"status\":200,\"response\":" + response + "}";
    }

    private final class Connection {
        private final InputStream in;
        private final OutputStream out;
        private final byte[] buffer = new byte[256 * 1024];
        private int position;
        private int limit;

        Connection(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        boolean hasNext() throws IOException {
            return position < limit || fill();
        }

        private boolean fill() throws IOException {
            position = 0;
            limit = Math.max(0, in.read(buffer));
            return limit > 0;
        }

        private byte next() throws IOException {
            if (!hasNext()) {
                throw new EOFException();
            }
            return buffer[position++];
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (byte next = next(); next != '\n'; next = next()) {
                line.append((char) next);
            }
            return line.toString().strip();
        }

        void answer() throws IOException {
            String request = line();
            if (!request.startsWith("GET /r")) {
                requests.incrementAndGet();
            }
            long length = 0;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(
                            lower.substring("content-length:".length()).strip());
                } else if (lower.startsWith("expect:")) {
                    out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(UTF_8));
                } else {
                    chunked |= lower.startsWith("transfer-encoding:");
                }
            }
            String answer = "";
            if (request.startsWith("PUT")) {
                drop(length, chunked);
            } else {
                answer = result(request, read(length));
            }
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                            + answer.getBytes(UTF_8).length + "\r\n\r\n" + answer)
                    .getBytes(UTF_8));
        }

        private String read(long length) throws IOException {
            byte[] body = new byte[Math.toIntExact(length)];
            for (int i = 0; i < body.length; i++) {
                body[i] = next();
            }
            return new String(body, UTF_8);
        }

        private void drop(long length, boolean chunked) throws IOException {
            long left = chunked ? Long.parseLong(line(), 16) : length;
            while (left > 0) {
                while (left > 0 && hasNext()) {
                    int step = (int) Math.min(left, limit - position);
                    position += step;
                    left -= step;
                }
                if (left > 0) {
                    throw new EOFException();
                }
                if (chunked) {
                    line();
                    left = Long.parseLong(line(), 16);
                }
            }
            if (chunked) {
                line();
            }
        }
    }
}
