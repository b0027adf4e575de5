package io.encord4j.conformance.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The fake's runnable jar as a process of its own, on a port that it chooses. */
public final class JarTarget implements Target {

    private static final Path JAR = Path.of("..", "fake-server", "target", "encord4j-fake-server.jar");

    private final Process process;
    private final Path portFile;
    private final URI url;

    private JarTarget(Process process, Path portFile, URI url) {
        this.process = process;
        this.portFile = portFile;
        this.url = url;
    }

    /** Starts the jar and waits until it answers. */
    public static JarTarget start() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(
                    "%s is missing. It is made by the phase package: run ./mvnw verify.".formatted(JAR.normalize()));
        }
        try {
            Path portFile = Files.createTempFile("encord4j-port", ".txt");
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-jar",
                            JAR.toString(),
                            "--port",
                            "0",
                            "--port-file",
                            portFile.toString()))
                    .redirectErrorStream(true)
                    .start();
            awaitUrl(process);
            int port = Integer.parseInt(Files.readString(portFile).strip());
            return new JarTarget(process, portFile, URI.create("http://localhost:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException("The fake's jar does not start.", e);
        }
    }

    /** The process prints its URL when it answers; what it prints later is read too, so that it never blocks. */
    private static void awaitUrl(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.append(line).append('\n');
            if (line.contains("http://")) {
                Thread drain = new Thread(() -> drain(output), "fake-jar-output");
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        throw new IllegalStateException("The fake's jar ended before it answered. It said:\n" + printed);
    }

    /** Reads until there is no more; stopping the process closes its output under the reader's feet, which is an end like any other. */
    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // Nobody needs it; unread it would block the process.
            }
        } catch (IOException closed) {
            System.getLogger(JarTarget.class.getName())
                    .log(System.Logger.Level.DEBUG, "The jar's output is closed", closed);
        }
    }

    @Override
    public String name() {
        return "jar";
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The fake's jar did not stop within 20 seconds of SIGTERM.");
            }
            Files.deleteIfExists(portFile);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
