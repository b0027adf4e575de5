package io.encord4j.spark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;

/** A master and workers of Spark, each a process of its own, from the jars of this test's class path. Closing it ends them all. */
final class StandaloneCluster implements AutoCloseable {
    /** What of the class path is not Spark's: the client and the tests. The cluster gets the client as one jar. */
    private static final Pattern NOT_SPARKS = Pattern.compile(
            "encord4j|/com/squareup/|/org/bouncycastle/|/org/jetbrains/|/io/javalin/|/org/eclipse/jetty/|/org/junit/|/org/assertj/|junit-platform");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    private StandaloneCluster(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    static StandaloneCluster start(Path folder, int workers) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("home/jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar") && !NOT_SPARKS.matcher(entry).find()) {
                Path jar = Path.of(entry);
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        StandaloneCluster cluster = new StandaloneCluster(jars.getParent(), freePort());
        cluster.run(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(cluster.port),
                "--webui-port",
                "0");
        cluster.awaitMaster();
        for (int i = 0; i < workers; i++) {
            cluster.startWorker(i);
        }
        return cluster;
    }

    private void startWorker(int number) throws IOException {
        run(
                "worker-" + number,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0",
                "--cores",
                "2",
                "--memory",
                "1g",
                "--work-dir",
                home.resolve("work-" + number).toString(),
                master());
    }

    private String master() {
        return "spark://127.0.0.1:" + port;
    }

    /** The worker that was started first; it can be killed. */
    Process firstWorker() {
        return processes.get(1);
    }

    /** Submits a program, whose driver is a process of its own. */
    Process submit(Class<?> program, Path client, List<String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master()));
        for (String setting : settings) {
            command.addAll(List.of("--conf", setting));
        }
        command.addAll(List.of("--jars", client.toString(), "--class", program.getName(), jar(program)));
        command.addAll(Arrays.asList(arguments));
        return run("driver-" + processes.size(), command.toArray(String[]::new));
    }

    /** A jar with a program and the classes in it. */
    private String jar(Class<?> program) throws IOException {
        Path jar = home.resolve(program.getSimpleName() + ".jar");
        List<Class<?>> classes = new ArrayList<>(List.of(program));
        classes.addAll(Arrays.asList(program.getDeclaredClasses()));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> one : classes) {
                String name = one.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream bytes = program.getClassLoader().getResourceAsStream(name)) {
                    bytes.transferTo(out);
                }
            }
        }
        return jar.toString();
    }

    private Process run(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx512m", "-cp", home.resolve("jars") + File.separator + "*"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_LOCAL_DIRS", home.resolve("tmp").toString());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Path log(String name) {
        return home.resolve(name + ".log");
    }

    /** What all processes have printed. */
    String logs() {
        StringBuilder text = new StringBuilder();
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(path -> path.toString().matches(".*(\\.log|/stderr|/stdout)"))
                    .toList()) {
                text.append("== ").append(file).append('\n').append(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void awaitMaster() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("The master does not listen:\n" + logs());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Ends the drivers first, and with each worker its executors. */
    @Override
    public void close() {
        for (int i = processes.size() - 1; i >= 0; i--) {
            Process process = processes.get(i);
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            try {
                if (!process.waitFor(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("A process does not end: " + process);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
