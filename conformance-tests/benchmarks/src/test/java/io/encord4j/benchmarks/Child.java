package io.encord4j.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of our own. It is ended through its handle, and ends by itself when its input ends. */
public final class Child implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String ANSWER = "= ";

    private final Process process;
    private final BufferedReader output;
    private final BufferedWriter input;

    private Child(Process process) {
        this.process = process;
        this.output = process.inputReader();
        this.input = process.outputWriter();
    }

    /** A program of the package {@code child}, which takes commands. */
    public static Child program(List<String> flags, String classPath, String main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        return new Child(
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    }

    /** Another program, of whose output nobody reads anything. */
    public static Child silent(List<String> flags, String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(JAVA));
        words.addAll(flags);
        words.addAll(List.of(command));
        return new Child(new ProcessBuilder(words)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start());
    }

    /** Has a command done by a program, and gives the figure that it answers. */
    public double ask(String command) throws IOException {
        input.write(command);
        input.newLine();
        input.flush();
        return answer();
    }

    /** Waits for a figure that a program gives by itself. */
    public double answer() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(ANSWER)) {
                return Double.parseDouble(line.substring(ANSWER.length()));
            }
        }
        throw new IOException("A child process ended before it answered.");
    }

    /** Tells how much of the memory of this machine the process takes, in MiB. */
    public double residentMebibytes() throws IOException {
        String status = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
        String line = status.lines()
                .filter(each -> each.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow(() -> new IOException("The system does not tell the memory of a process."));
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
    }

    /** Lets it be for a while. */
    public void rest(int millis) throws IOException {
        try {
            if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                throw new IOException("A child process ended by itself, with code " + process.exitValue() + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
    }

    /** Has a command done, and kills the process by SIGKILL unless it is done before. */
    public boolean killAfter(String command, long millis) throws IOException {
        input.write(command);
        input.newLine();
        input.flush();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            if (output.ready()) {
                return false;
            }
            rest(1);
        }
        process.destroyForcibly();
        return true;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        output.close();
    }
}
