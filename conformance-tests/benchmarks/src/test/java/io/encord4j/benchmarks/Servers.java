package io.encord4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The servers that are compared as processes of their own. */
public final class Servers {

    /** In the order in which they are named. */
    public static final List<String> NAMES = List.of("fake", "wiremock", "mockserver", "jdk");

    private Servers() {}

    /**
     * A server that runs.
     *
     * @param process its process
     * @param port where it listens
     * @param millis how long it took from the start of the process to its first answer
     */
    public record Started(Child process, int port, double millis) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            process.close();
        }
    }

    /** Starts one and waits until it answers anything. */
    public static Started start(Lab lab, String name, List<String> flags) throws IOException {
        int port = Probe.freePort();
        String[] command = command(lab, name, port).toArray(String[]::new);
        long start = System.nanoTime();
        Child process = Child.silent(flags, command);
        try {
            Probe.awaitAnswer(process, port, FakeJar.smallCall("none"));
        } catch (IOException e) {
            process.close();
            throw new IOException(name + " does not start.", e);
        }
        return new Started(process, port, (System.nanoTime() - start) / 1e6);
    }

    private static List<String> command(Lab lab, String name, int port) {
        String number = String.valueOf(port);
        Map<String, List<String>> commands = Map.of(
                "fake", List.of("-jar", lab.jar().toString(), "--port", number),
                "wiremock",
                        words(
                                "-jar",
                                ClassPath.jar("wiremock"),
                                "--port",
                                number,
                                "--no-request-journal",
                                "--root-dir",
                                lab.folder().toString(),
                                "--disable-banner"),
                "mockserver",
                        words(
                                "-Dmockserver.disableLogging=true",
                                "-Dmockserver.disableSystemOut=true",
                                "-jar",
                                ClassPath.jar("mockserver"),
                                "-serverPort",
                                number),
                "jdk",
                        words(
                                "-Dsun.net.httpserver.nodelay=true",
                                "-cp",
                                ClassPath.ofNothing(),
                                "io.encord4j.benchmarks.child.JdkServer",
                                number,
                                "unused"));
        return commands.get(name);
    }

    private static List<String> words(String... words) {
        return new ArrayList<>(List.of(words));
    }
}
