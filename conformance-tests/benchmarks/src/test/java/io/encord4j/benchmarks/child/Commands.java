package io.encord4j.benchmarks.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Does what the parent process asks for, one line a command, until it asks no more. */
public final class Commands {

    private Commands() {}

    /** A figure that can be asked for. */
    @FunctionalInterface
    public interface Command {

        /** Gives the figure; the argument is what followed the name, empty if nothing did. */
        double run(String argument) throws IOException;
    }

    /** Answers until the input ends. */
    public static void serve(Map<String, Command> commands) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.split(" ", 2);
            answer(commands.get(words[0]).run(words.length == 1 ? "" : words[1]));
        }
    }

    /** Tells the parent a figure. */
    public static void answer(double figure) {
        System.out.println("= " + figure);
    }
}
