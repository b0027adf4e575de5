import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Attacks the fake's jar for minutes in all the ways that were ever found, and looks whether it answers meanwhile and whether
 * anything is left afterwards. Started by {@code ./mvnw -Pattack}, in the root of the project, on Linux; arguments: minutes, heap, and what
 * to start (a jar, or a class path and a main class).
 */
final class Attack {

    private static final Path REPORT = Path.of("target", "attack", "report.txt");
    private static final int SLOWEST_HEALTH_MILLIS = 100;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(6);
    private static final String CALL = "{\"query_type\": \"dataset\", \"query_method\": \"GET\", \"values\": {\"uid\": null,"
            + " \"payload\": null}}";

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<String, LongAdder> counts = Collections.synchronizedMap(new TreeMap<>());
    private final List<String> lines = new ArrayList<>();
    private final String token;
    private final String upload;

    private Attack(Process process, int port) throws Exception {
        this.process = process;
        this.port = port;
        this.token = value(text("POST", "/_fake/worlds/default/users", "{\"email\": \"ada@example.com\"}"), "bearerToken");
        this.upload = value(text("GET", "/v2/public/presigned-urls?count=1&uploadItemType=video", ""), "signedUrl")
                .replaceFirst("http://[^/]*", "");
    }

    public static void main(String[] args) throws Exception {
        double minutes = Double.parseDouble(args[0]);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + args[1]));
        command.addAll(args.length == 3 ? List.of("-jar", args[2]) : List.of("-cp", args[2], args[3]));
        Files.createDirectories(REPORT.getParent());
        Path portFile = REPORT.resolveSibling("port");
        Path files = Files.createDirectories(REPORT.resolveSibling("storage"));
        command.addAll(List.of("--port", "0", "--port-file", portFile.toString(), "--storage-dir", files.toString()));
        Files.deleteIfExists(portFile);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(REPORT.resolveSibling("server.log").toFile())
                .start();
        boolean held = false;
        try {
            while (!Files.exists(portFile) && process.isAlive()) {
                Thread.sleep(50);
            }
            held = new Attack(process, Integer.parseInt(Files.readString(portFile).strip())).run(minutes, files);
        } finally {
            process.destroyForcibly().waitFor();
        }
        System.exit(held ? 0 : 1);
    }

    private boolean run(double minutes, Path files) throws Exception {
        goodCalls(200);
        heap(); // The first question to a JVM opens a socket that stays.
        Condition before = condition();
        say("before: " + before);
        List<Long> quiet = health(Duration.ofSeconds(5));
        say("health before: " + shown(quiet));
        List<Thread> attackers = begin();
        List<Long> health = new ArrayList<>();
        long end = System.nanoTime() + (long) (minutes * 60e9);
        for (int quarter = 1; quarter <= 4; quarter++) {
            long left = end - System.nanoTime();
            List<Long> some = health(Duration.ofNanos(left / (5 - quarter)));
            health.addAll(some);
            say("after " + quarter + "/4: health " + shown(some) + "; " + condition());
        }
        over.set(true);
        for (Thread attacker : attackers) {
            attacker.join();
        }
        say("sent: " + counts);
        Condition after = settled(before);
        say("after: " + after);
        boolean answers = slowest(health) < SLOWEST_HEALTH_MILLIS;
        boolean clean = after.threads <= before.threads + 2 && after.descriptors <= before.descriptors && after.heap <= before.heap * 2;
        Duration stop = stopUnderLoad();
        boolean empty = isEmpty(files);
        say("SIGTERM under load: stopped after " + stop.toMillis() + " ms; files left: " + (empty ? "none" : "some"));
        boolean held = answers && clean && empty && stop.compareTo(LONGEST_STOP) <= 0;
        say(held ? "held" : "DID NOT HOLD");
        return held;
    }

    // Attacks. Each runs in a thread of its own, again and again, with a pause that leaves the machine some time.

    private interface Strike {
        void run(SplittableRandom random) throws Exception;
    }

    private List<Thread> begin() {
        List<Thread> threads = new ArrayList<>();
        threads.add(attacker("long path", 100, random -> answered("GET /" + "p".repeat(pick(random, 1_000, 60_000, 500_000)) + head("localhost") + "\r\n")));
        threads.add(attacker("garbage", 25, random -> answered(post("/public", garbage(random), "Authorization: x\r\n"))));
        threads.add(attacker("deep JSON", 100, random -> answered(post("/public", "{\"a\":".repeat(20_000), "Authorization: Bearer " + token + "\r\n"))));
        threads.add(attacker("40 MB", 10_000, random -> large()));
        threads.add(attacker("foreign host", 100, random -> answered(control("evil.example", ""))));
        threads.add(attacker("foreign origin", 100, random -> answered(control("localhost", "Origin: http://evil.example\r\n"))));
        threads.add(attacker("proxied", 100, random -> answered(control("localhost", "Via: 1.1 x\r\n"))));
        threads.add(attacker("bad chunks", 50, random -> answered("POST /public" + head("localhost") + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc")));
        threads.add(attacker("not HTTP", 50, random -> answered(garbage(random) + "\r\n\r\n")));
        threads.add(attacker("cut upload", 200, random -> cutUpload(random)));
        threads.add(attacker("good upload", 500, random -> goodUpload()));
        threads.add(attacker("good calls", 50, random -> goodCalls(1)));
        threads.add(crowd("half body", 1_200, "POST /public" + head("localhost") + "Content-Length: 1000\r\n\r\nhalf"));
        threads.add(crowd("half head", 1_200, "GET /half-a-line" + "h".repeat(10_000)));
        threads.add(crowd("silent", 500, ""));
        threads.add(crowd("does not read", 300, "GET " + upload.replace("PUT", "GET") + head("localhost") + "\r\n"));
        threads.add(crowd("does not read the journal", 100, "GET /_fake/worlds/default/journal" + head("localhost") + "\r\n"));
        threads.add(crowd("held", 200, post("/_fake/worlds/default/journal/await", "{\"operation\": \"none\", \"timeout\": \"PT60S\"}", "")));
        String wanted = System.getProperty("attacks", "");
        threads.removeIf(thread -> !thread.getName().contains(wanted));
        threads.forEach(Thread::start);
        return threads;
    }

    private Thread attacker(String name, int pauseMillis, Strike strike) {
        return new Thread(() -> {
            SplittableRandom random = new SplittableRandom(name.hashCode());
            while (!over.get()) {
                try {
                    strike.run(random);
                    count(name);
                } catch (IOException e) {
                    count(name + " (cut)");
                } catch (Exception e) {
                    count(name + " (" + e + ")");
                }
                pause(pauseMillis);
            }
        }, name);
    }

    /** Keeps so many connections open that stopped within something; each tenth is reset, the oldest first. */
    private Thread crowd(String name, int size, String beginning) {
        return new Thread(() -> {
            Deque<Socket> open = new ArrayDeque<>();
            while (!over.get()) {
                try {
                    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                    open.add(socket);
                    socket.setReceiveBufferSize(4096);
                    socket.getOutputStream().write(beginning.getBytes(ISO_8859_1));
                    count(name);
                } catch (IOException e) {
                    count(name + " (cut)");
                }
                if (open.size() > size) {
                    close(open.remove(), open.size() % 10 == 0);
                }
                pause(open.size() < size ? 25 : 100);
            }
            open.forEach(socket -> close(socket, false));
        }, name);
    }

    private void answered(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            byte[] status = socket.getInputStream().readNBytes(12);
            count("answer " + (status.length < 12 ? "none" : new String(status, 9, 3, ISO_8859_1)));
        }
    }

    private void large() throws IOException {
        try (Socket socket = connect()) {
            int size = 40 * 1024 * 1024;
            socket.getOutputStream()
                    .write(("POST /public" + head("localhost") + "Content-Length: " + size + "\r\n\r\n").getBytes(ISO_8859_1));
            byte[] some = new byte[64 * 1024];
            for (int sent = 0; sent < size; sent += some.length) {
                socket.getOutputStream().write(some);
            }
            socket.getInputStream().readNBytes(12);
        }
    }

    private void cutUpload(SplittableRandom random) throws IOException {
        Socket socket = connect();
        socket.getOutputStream()
                .write(("PUT " + upload + head("localhost") + "Content-Length: 10000000\r\n\r\n").getBytes(ISO_8859_1));
        socket.getOutputStream().write(new byte[random.nextInt(1_000_000)]);
        close(socket, random.nextBoolean());
    }

    private void goodUpload() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + upload))
                .timeout(Duration.ofSeconds(60))
                .PUT(BodyPublishers.ofByteArray(new byte[3_000_000]))
                .build();
        count("good upload " + http.send(request, BodyHandlers.discarding()).statusCode());
    }

    private void goodCalls(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v2/public/datasets/list"))
                    .header("Authorization", "Bearer " + token)
                    .timeout(Duration.ofSeconds(60))
                    .build();
            count("good call " + http.send(request, BodyHandlers.discarding()).statusCode());
        }
    }

    private static String garbage(SplittableRandom random) {
        byte[] bytes = CALL.getBytes(ISO_8859_1);
        for (int i = 0; i < random.nextInt(20); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return new String(bytes, ISO_8859_1);
    }

    private static String control(String host, String header) {
        return "POST /_fake/worlds/default/reset" + head(host) + header + "Content-Length: 0\r\n\r\n";
    }

    private static String post(String path, String body, String headers) {
        return "POST " + path + head("localhost") + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String head(String host) {
        return " HTTP/1.1\r\nHost: " + host + "\r\n";
    }

    private static int pick(SplittableRandom random, int... of) {
        return of[random.nextInt(of.length)];
    }

    // Looks at the server.

    private List<Long> health(Duration howLong) throws Exception {
        List<Long> millis = new ArrayList<>();
        long end = System.nanoTime() + howLong.toNanos();
        while (System.nanoTime() < end) {
            long started = System.nanoTime();
            try (Socket socket = connect()) {
                socket.getOutputStream().write(("GET /_fake/health" + head("localhost") + "Connection: close\r\n\r\n").getBytes(ISO_8859_1));
                String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
                millis.add(answer.startsWith("HTTP/1.1 200") ? took : Long.MAX_VALUE);
            } catch (IOException e) {
                millis.add(Long.MAX_VALUE);
            }
            Thread.sleep(100);
        }
        Collections.sort(millis);
        return millis;
    }

    private static String shown(List<Long> millis) {
        if (millis.isEmpty()) {
            return "not asked for";
        }
        return "median %d ms, 99 %% within %d ms, slowest %d ms of %d"
                .formatted(millis.get(millis.size() / 2), at99(millis), slowest(millis), millis.size());
    }

    private static long at99(List<Long> millis) {
        return millis.get(millis.size() * 99 / 100);
    }

    private static long slowest(List<Long> millis) {
        return Collections.max(millis);
    }

    private record Condition(long threads, long descriptors, long heap, long resident) {
        @Override
        public String toString() {
            return "%d threads, %d open files and sockets, %.1f MiB of heap in use, %d MiB resident"
                    .formatted(threads, descriptors, heap / 1024.0, resident / 1024);
        }
    }

    private Condition condition() throws Exception {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", process.pid() + "", "fd"))) {
            return new Condition(status("Threads:"), descriptors.count(), heap(), status("VmRSS:"));
        }
    }

    private long status(String key) throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc", process.pid() + "", "status"))) {
            return status.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Kibibytes in use after a collection. */
    private long heap() throws Exception {
        jcmd("GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) : Long.MAX_VALUE;
    }

    private String jcmd(String command) throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), process.pid() + "", command)
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /** Threads without work end by themselves. */
    private Condition settled(Condition before) throws Exception {
        Condition now = condition();
        for (int i = 0; i < 30 && (now.threads > before.threads || now.descriptors > before.descriptors); i++) {
            Thread.sleep(5_000);
            now = condition();
        }
        return now;
    }

    private Duration stopUnderLoad() throws Exception {
        over.set(false);
        List<Thread> attackers = begin();
        Thread.sleep(10_000);
        long started = System.nanoTime();
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        over.set(true);
        for (Thread attacker : attackers) {
            attacker.join();
        }
        return took;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private String text(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static String value(String json, String key) {
        Matcher value = Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("No " + key + " in " + json);
        }
        return value.group(1);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void close(Socket socket, boolean reset) {
        try {
            if (reset) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("A socket cannot be closed.", e);
        }
    }

    private void count(String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String line) throws IOException {
        System.out.println(line);
        lines.add(line);
        Files.write(REPORT, lines);
    }
}
