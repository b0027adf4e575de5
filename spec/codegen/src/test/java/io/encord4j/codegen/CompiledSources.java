package io.encord4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DocumentationTool;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated sources, with every warning as an error, and checks their Javadoc. */
final class CompiledSources {
    private CompiledSources() {}

    static ClassLoader compile(Map<String, String> sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "--release", "17", "-Xlint:all,-classfile,-options", "-Werror", "-proc:none", "-d", classes.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            boolean compiled = compiler.getTask(messages, files, null, options, null, units(sources))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return new URLClassLoader(new URL[] {url(classes)}, CompiledSources.class.getClassLoader());
    }

    static void checkJavadoc(Map<String, String> sources, Path output) throws IOException {
        Files.createDirectories(output);
        DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-Xdoclint:all", "-Werror", "-quiet", "-notimestamp", "--release", "17", "-d", output.toString());
        try (StandardJavaFileManager files = javadoc.getStandardFileManager(null, Locale.ROOT, null)) {
            boolean passed = javadoc.getTask(messages, files, null, null, options, units(sources))
                    .call();
            assertThat(passed).as(messages.toString()).isTrue();
        }
    }

    private static List<JavaFileObject> units(Map<String, String> sources) {
        return sources.entrySet().stream()
                .map(source -> (JavaFileObject) new SourceText(source.getKey(), source.getValue()))
                .toList();
    }

    private static URL url(Path directory) {
        try {
            return directory.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class SourceText extends SimpleJavaFileObject {
        private final String text;

        SourceText(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
