package io.encord4j.conformance.model;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A defect put into the fake on purpose: one piece of its source replaced by another, compiled beside the original and loaded in its place.
 *
 * @param defect what is wrong with the mutant, in plain words
 * @param source the source file under the fake's main sources
 * @param original the text that is replaced; it must occur
 * @param replacement what it is replaced by
 */
record Mutant(String defect, String source, String original, String replacement) {

    private static final Path SOURCES = Path.of("..", "fake-server", "src", "main", "java");
    private static final Path CLASSES = Path.of("..", "fake-server", "target", "classes");

    /** Compiles the mutant into a folder and gives a loader that takes all of the fake anew, the mutated class included. */
    ClassLoader compileInto(Path folder) throws IOException {
        String text = Files.readString(SOURCES.resolve(source));
        if (!text.contains(original)) {
            throw new IllegalStateException(
                    "The mutant \"%s\" no longer fits: %s does not contain%n%s".formatted(defect, source, original));
        }
        Path mutated = folder.resolve("sources").resolve(source);
        Files.createDirectories(mutated.getParent());
        Files.writeString(mutated, text.replace(original, replacement));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(mutated, classes);
        return new FakeLoader(
                new URL[] {classes.toUri().toURL(), CLASSES.toUri().toURL()});
    }

    private void compile(Path source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-parameters",
                    "-nowarn",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    CLASSES + File.pathSeparator + System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(problems, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("The mutant \"%s\" does not compile:%n%s".formatted(defect, problems));
            }
        }
    }

    @Override
    public String toString() {
        return defect;
    }

    /** Takes the fake's classes from its own places first, everything else from the test's class path. */
    private static final class FakeLoader extends URLClassLoader {

        FakeLoader(URL[] places) {
            super("mutant", places, Mutant.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.encord4j.fake.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
