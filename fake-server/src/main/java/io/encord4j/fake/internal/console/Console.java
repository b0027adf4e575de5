package io.encord4j.fake.internal.console;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeServerStartException;
import io.encord4j.fake.journal.JournalEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** One run of the program. */
final class Console {

    static final int STOPPED = 0;
    static final int BAD_OPTION = 2;

    private static final int TERMINATED = 143;
    private static final Duration LONGEST_END = Duration.ofMillis(5_500);

    private static final String NAME = "encord4j-fake-server";

    private final PrintWriter out;
    private final PrintWriter err;
    private final CountDownLatch stop = new CountDownLatch(1);

    Console(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Runs until the program is stopped; gives the exit code. */
    int run(String... args) {
        Options options = new Options();
        // An argument that begins with @ names the file of a key, and none with further arguments.
        CommandLine commandLine = new CommandLine(options).setExpandAtFiles(false);
        try {
            commandLine.parseArgs(args);
            if (options.helpWanted()) {
                commandLine.usage(out);
                return STOPPED;
            }
            if (options.versionWanted()) {
                out.println(NAME + " " + version());
                return STOPPED;
            }
            return serve(options);
        } catch (ParameterException | IllegalArgumentException | FakeServerStartException | IOException e) {
            return refuse(String.valueOf(e.getMessage()));
        }
    }

    /** Ends {@link #run}. */
    void stop() {
        stop.countDown();
    }

    private int serve(Options options) throws IOException {
        Optional<Path> portFile = options.portFile().filter(file -> !options.checkWanted());
        // Whoever waits for the file must not find that of an earlier run.
        removePort(portFile);
        try (FakeEncordServer server = options.builder(this::log).start()) {
            options.fill(server.defaultWorld());
            Thread onSignal = new Thread(() -> end(server, portFile), NAME + "-stop");
            Runtime.getRuntime().addShutdownHook(onSignal);
            if (portFile.isPresent()) {
                writePort(portFile.get(), server.port());
            }
            out.println("The fake Encord server answers at " + server.url());
            out.flush();
            if (options.checkWanted()) {
                check(server);
            } else {
                awaitStop();
            }
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } finally {
            removePort(portFile);
        }
        return STOPPED;
    }

    private void end(FakeEncordServer server, Optional<Path> portFile) {
        Thread limit = new Thread(this::haltInTime, NAME + "-halt");
        limit.setDaemon(true);
        limit.start();
        removePort(portFile);
        server.close();
    }

    /** Who stops a server waits for a few seconds, and then kills it. The next one deletes what it has left. */
    private void haltInTime() {
        try {
            Thread.sleep(LONGEST_END.toMillis());
            err.println(NAME + ": requests in progress keep it from stopping; they are cut off.");
            err.flush();
            Runtime.getRuntime().halt(TERMINATED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removePort(Optional<Path> file) {
        try {
            if (file.isPresent() && Files.isRegularFile(file.get())) {
                Files.delete(file.get());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot remove the port file: " + e.getMessage(), e);
        }
    }

    /** Sends a request as a client would. */
    private static void check(FakeEncordServer server) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(server.url() + "/v2/public/datasets/list").toURL().openConnection();
        int status = connection.getResponseCode();
        connection.disconnect();
        if (status != HttpURLConnection.HTTP_UNAUTHORIZED) {
            throw new IOException("A request without credentials was answered with " + status + ".");
        }
    }

    private void awaitStop() {
        try {
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever waits for the file must never see it half written. */
    private static void writePort(Path file, int port) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("The port file " + file + " is a directory.");
        }
        Path draft = folder.resolve(file.getFileName() + ".part");
        try {
            Files.writeString(draft, port + "\n");
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw new IOException("Cannot write the port file: " + e.getMessage(), e);
        }
    }

    private void log(String world, JournalEntry entry) {
        out.println(entry.time() + " " + world + " " + entry.withBodies());
    }

    private int refuse(String message) {
        String line = message.lines().findFirst().orElse("");
        err.println(NAME + ": " + line + (line.matches(".*[.?]") ? "" : ".") + " See --help.");
        err.flush();
        return BAD_OPTION;
    }

    private static String version() {
        String version = Console.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
