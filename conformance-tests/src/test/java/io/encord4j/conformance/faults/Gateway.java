package io.encord4j.conformance.faults;

import io.encord4j.conformance.contract.Exchange;
import io.encord4j.conformance.contract.SpecOperation;
import io.encord4j.conformance.contract.SpecOperations;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import okio.ByteString;

/**
 * What stands between a client and its server, such as a load balancer: hands requests on as they are, and answers one request of an operation
 * by itself when it is told to.
 */
final class Gateway implements AutoCloseable {

    /** Writes an answer, or a part of one. */
    interface Trouble {
        void answer(Request request, OutputStream to) throws IOException;
    }

    private final ServerSocket listener;
    private final URI server;
    private final SpecOperations operations;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Optional<Armed>> armed = new AtomicReference<>(Optional.empty());
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean closesIdle;

    Gateway(URI server, SpecOperations operations) {
        this.server = server;
        this.operations = operations;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("No port can be opened.", e);
        }
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** The same server by another name. */
    String urlByAnotherName() {
        return "http://localhost:" + listener.getLocalPort();
    }

    /** Answers the next request of an operation. */
    void answerNext(SpecOperation operation, Trouble trouble) {
        armed.set(Optional.of(new Armed(operation.id(), trouble)));
    }

    /** Closes connections, without a word, whenever they have become idle. */
    void closeIdle() {
        closesIdle = true;
    }

    /** Waits until the client has no connection left. */
    void awaitNoConnections(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (connections) {
            while (!connections.isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException("Connections to the gateway are still open.");
                }
                try {
                    connections.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("Interrupted while waiting for connections to end.", e);
                }
            }
        }
    }

    /** Only hands on again. */
    void reset() {
        armed.set(Optional.empty());
        answered.set(0);
        closesIdle = false;
    }

    /** How many requests were not handed on. */
    int answered() {
        return answered.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listener.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream from = new BufferedInputStream(connection.getInputStream());
            OutputStream to = connection.getOutputStream();
            for (Optional<Request> next = Request.read(from); next.isPresent(); next = Request.read(from)) {
                Request request = next.get();
                Optional<Armed> mine = claim(request);
                if (mine.isPresent()) {
                    answered.incrementAndGet();
                    mine.get().trouble().answer(request, to);
                } else {
                    request.handOn(server, to);
                }
                to.flush();
                if (closesIdle) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client or the server has left: the connection ends.
            return;
        } finally {
            synchronized (connections) {
                connections.remove(connection);
                connections.notifyAll();
            }
        }
    }

    private Optional<Armed> claim(Request request) {
        Optional<Armed> waiting = armed.get();
        boolean concerned = waiting.isPresent()
                && operations
                        .of(request.exchange())
                        .filter(operation -> operation.id().equals(waiting.get().operation()))
                        .isPresent();
        return concerned && armed.compareAndSet(waiting, Optional.empty()) ? waiting : Optional.empty();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The gateway cannot be closed.", e);
        }
        threads.shutdownNow();
    }

    private record Armed(String operation, Trouble trouble) {}

    /** A request as it was read. */
    record Request(List<String> head, ByteString body) {

        /** Says where an answer ends; without it, at the end of the connection. */
        private static final Pattern FRAMING = Pattern.compile("(?i)^(content-length|transfer-encoding):");

        static Optional<Request> read(InputStream from) throws IOException {
            List<String> head = new ArrayList<>();
            for (String line = line(from); !line.isEmpty(); line = line(from)) {
                head.add(line);
            }
            if (head.isEmpty()) {
                return Optional.empty();
            }
            Request bare = new Request(head, ByteString.EMPTY);
            String length = bare.header("content-length").orElse("0");
            byte[] body = bare.header("transfer-encoding").isPresent()
                    ? chunks(from)
                    : from.readNBytes(Integer.parseInt(length));
            return Optional.of(new Request(head, ByteString.of(body)));
        }

        String target() {
            return word(1);
        }

        private String word(int index) {
            return Pattern.compile(" ").splitAsStream(head.get(0)).toList().get(index);
        }

        private Optional<String> header(String name) {
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        Exchange exchange() {
            return new Exchange(
                    word(0),
                    target(),
                    List.of(),
                    new Exchange.Body.Bytes(body.utf8()),
                    0,
                    List.of(),
                    Exchange.Body.NONE);
        }

        /** Lets the server answer; the connection to it is one for each request. */
        void handOn(URI server, OutputStream to) throws IOException {
            try (Socket upstream = new Socket(server.getHost(), server.getPort())) {
                StringBuilder start = new StringBuilder();
                head.stream()
                        .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("connection:"))
                        .forEach(line -> start.append(line).append("\r\n"));
                OutputStream out = upstream.getOutputStream();
                out.write(start.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
                body.write(out);
                out.flush();
                InputStream in = new BufferedInputStream(upstream.getInputStream());
                List<String> answer = new ArrayList<>();
                for (String line = line(in); !line.isEmpty(); line = line(in)) {
                    if (!line.toLowerCase(Locale.ROOT).startsWith("connection:")) {
                        answer.add(line);
                    }
                }
                byte[] content = in.readAllBytes();
                if (answer.stream().noneMatch(line -> FRAMING.matcher(line).find())) {
                    answer.add("Content-Length: " + content.length);
                }
                to.write((String.join("\r\n", answer) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                to.write(content);
            }
        }

        /** The chunks as they came, with their sizes. */
        private static byte[] chunks(InputStream from) throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            int size;
            do {
                String line = line(from);
                size = Integer.parseInt(line, 16);
                all.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                all.write(from.readNBytes(size + 2));
            } while (size > 0);
            return all.toByteArray();
        }

        private static String line(InputStream from) throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = from.read(); next >= 0 && next != '\n'; next = from.read()) {
                line.write(next);
            }
            return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        }
    }
}
