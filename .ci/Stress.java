import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Repeats the whole suite in random orders while other work keeps two cores busy, and lists each test that ever failed.
 * Started by {@code ./mvnw -Pstress}, in the root of the project; arguments: number of rounds, threads of other work,
 * further arguments for Maven.
 */
final class Stress {

    private final Path reports = Path.of("target", "stress");
    private final Map<String, List<String>> failures = new TreeMap<>();

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        int busyThreads = Integer.parseInt(args[1]);
        for (int i = 0; i < busyThreads; i++) {
            Thread busy = new Thread(Stress::work);
            busy.setDaemon(true);
            busy.start();
        }
        List<String> more = args.length < 3 ? List.of() : List.of(args[2].strip().split("\\s+"));
        System.exit(new Stress().run(rounds, more) ? 0 : 1);
    }

    private static void work() {
        long sum = 0;
        while (sum != 1) {
            sum = (sum | 2) * 6_364_136_223_846_793_005L;
        }
    }

    private boolean run(int rounds, List<String> more) throws Exception {
        for (int round = 1; round <= rounds; round++) {
            long seed = ThreadLocalRandom.current().nextLong(1_000_000);
            forgetReports();
            int exit = maven(round, seed, more);
            int before = failures.size();
            collect(round, seed);
            if (exit != 0 && failures.size() == before) {
                add("the build itself", round, seed, "see " + log(round));
            }
            report(round);
        }
        return failures.isEmpty();
    }

    private int maven(int round, long seed, List<String> more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of("mvnw").toAbsolutePath().toString(),
                "-B",
                "-ntp",
                "-Dquick",
                "-Dmaven.test.failure.ignore=true",
                "-Dsurefire.runOrder=random",
                "-Dsurefire.runOrder.random.seed=" + seed,
                "-Djunit.jupiter.testclass.order.default=org.junit.jupiter.api.ClassOrderer$Random",
                "-Djunit.jupiter.testmethod.order.default=org.junit.jupiter.api.MethodOrderer$Random",
                "-Djunit.jupiter.execution.order.random.seed=" + seed,
                "verify"));
        command.addAll(more);
        Files.createDirectories(reports);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(round).toFile())
                .start()
                .waitFor();
    }

    private Path log(int round) {
        return reports.resolve("round-" + round + ".log");
    }

    private static List<Path> testReports() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .filter(file -> file.getParent().endsWith(Path.of("target", "surefire-reports")))
                    .toList();
        }
    }

    private static void forgetReports() throws IOException {
        for (Path report : testReports()) {
            Files.delete(report);
        }
    }

    private void collect(int round, long seed) throws Exception {
        for (Path report : testReports()) {
            NodeList tests = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("testcase");
            for (int i = 0; i < tests.getLength(); i++) {
                Element test = (Element) tests.item(i);
                for (String kind : List.of("failure", "error")) {
                    if (test.getElementsByTagName(kind).item(0) instanceof Element failure) {
                        String name = test.getAttribute("classname") + "." + test.getAttribute("name");
                        add(name, round, seed, failure.getTextContent().strip().lines().limit(3).collect(joining(" ")));
                    }
                }
            }
        }
    }

    private void add(String test, int round, long seed, String what) {
        failures.computeIfAbsent(test, name -> new ArrayList<>())
                .add("round " + round + ", seed " + seed + ": " + what);
    }

    private void report(int rounds) {
        StringBuilder text = new StringBuilder(rounds + " rounds, " + failures.size() + " tests that ever failed\n");
        failures.forEach((test, times) -> {
            text.append('\n').append(test).append(" (").append(times.size()).append(" of ").append(rounds).append(")\n");
            times.forEach(time -> text.append("  ").append(time).append('\n'));
        });
        System.out.print(text);
        try {
            Files.writeString(reports.resolve("report.txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
