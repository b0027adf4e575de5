package io.encord4j.fake.internal.console;

import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Runs the fake server until it is told to stop. */
public final class Main {

    private Main() {}

    /**
     * Starts.
     *
     * @param args options; {@code --help} lists them
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        int code = new Console(out, err).run(args);
        if (code != 0) {
            System.exit(code);
        }
    }
}
