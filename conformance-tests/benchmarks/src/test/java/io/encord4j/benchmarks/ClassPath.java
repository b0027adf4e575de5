package io.encord4j.benchmarks;

import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of the class path of this process, so that each child has what it needs and no more. */
public final class ClassPath {

    private static final List<String> OWN = List.of("benchmarks/target/test-classes");
    private static final List<String> FAKE = List.of(
            "fake-server",
            "javalin",
            "/jetty/",
            "jakarta",
            "kotlin",
            "annotations",
            "okio",
            "moshi",
            "bcprov",
            "slf4j",
            "jspecify");
    private static final List<String> RIVALS = List.of("wiremock", "mockserver");

    private ClassPath() {}

    /** All but the rivals. */
    public static String ofTests() {
        return join(entries().filter(entry -> RIVALS.stream().noneMatch(entry::contains)));
    }

    /** The fake as a test has it that uses nothing else. */
    public static String ofFake() {
        return keeping(FAKE);
    }

    /** One rival. */
    public static String ofRival(String name) {
        return keeping(List.of(name));
    }

    /** The JDK alone. */
    public static String ofNothing() {
        return keeping(List.of());
    }

    /** The one jar whose path has this in it. */
    public static String jar(String part) {
        return entries()
                .filter(entry -> entry.contains(part) && entry.endsWith(".jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(part
                        + " is not on the class path; run the benchmarks by the profile: ./mvnw -Pbenchmarks verify"));
    }

    private static String keeping(List<String> parts) {
        return join(entries()
                .filter(entry ->
                        Stream.concat(OWN.stream(), parts.stream()).anyMatch(entry.replace('\\', '/')::contains)));
    }

    private static Stream<String> entries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    }

    private static String join(Stream<String> entries) {
        return entries.collect(Collectors.joining(File.pathSeparator));
    }
}
