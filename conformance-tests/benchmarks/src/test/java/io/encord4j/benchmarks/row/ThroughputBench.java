package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.FakeJar;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Load;
import io.encord4j.benchmarks.Rounds;
import io.encord4j.benchmarks.Samples;
import io.encord4j.benchmarks.Servers;
import io.encord4j.benchmarks.Stubs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small RPCs on 16 connections. */
public final class ThroughputBench implements Bench {

    private static final Duration SPAN = Duration.ofSeconds(4);
    private static final String HEAP = "-Xmx512m";

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public void run(Lab lab) throws IOException {
        try (FakeJar fake = FakeJar.start(lab, HEAP);
                Servers.Started wiremock = Servers.start(lab, "wiremock", List.of(HEAP));
                Servers.Started mockserver = Servers.start(lab, "mockserver", List.of(HEAP));
                Servers.Started jdk = Servers.start(lab, "jdk", List.of(HEAP))) {
            Stubs.tellWireMock(wiremock.port());
            Stubs.tellMockServer(mockserver.port());
            Map<String, Integer> ports = new LinkedHashMap<>();
            ports.put("fake", fake.port());
            ports.put("wiremock", wiremock.port());
            ports.put("mockserver", mockserver.port());
            ports.put("jdk", jdk.port());
            byte[] request = fake.smallCall();
            for (int port : ports.values()) {
                Load.on(port, request, lab.warmUp());
            }
            Map<String, List<Double>> late = new HashMap<>();
            Map<String, Rounds.Measure> rivals = new LinkedHashMap<>();
            ports.forEach((name, port) -> rivals.put(name, () -> {
                Load.Result result = Load.on(port, request, SPAN);
                late.computeIfAbsent(name, unused -> new ArrayList<>()).add(result.p99());
                return result.perSecond();
            }));
            Rounds rounds = Rounds.of(lab.rounds(7), rivals);
            lab.found(line(rounds, "wiremock", "WireMock, journal off", new Goal.AtLeast(1)));
            lab.found(line(rounds, "mockserver", "MockServer, logging off", new Goal.None()));
            lab.found(line(rounds, "jdk", "JDK server, constant bytes", new Goal.None()));
            for (String rival : List.of("wiremock", "mockserver")) {
                lab.found(new Finding(
                        "fake: 99th percentile of these answers",
                        samples(late.get("fake")).text("ms"),
                        rival + ": " + samples(late.get(rival)).text("ms"),
                        Samples.of(samples(late.get("fake")).median()
                                / samples(late.get(rival)).median()),
                        new Goal.AtMost(1)));
            }
            lab.note("resident memory after this load, all with `%s`: fake %s, WireMock %s, MockServer %s, JDK %s MiB"
                    .formatted(
                            HEAP,
                            Samples.number(fake.process().residentMebibytes()),
                            Samples.number(wiremock.process().residentMebibytes()),
                            Samples.number(mockserver.process().residentMebibytes()),
                            Samples.number(jdk.process().residentMebibytes())));
        }
    }

    private static Finding line(Rounds rounds, String rival, String title, Goal goal) {
        return new Finding(
                "fake: small RPC on 16 connections, journal on",
                rounds.samples("fake").text("/s"),
                title + ": " + rounds.samples(rival).text("/s"),
                rounds.ratio("fake", rival),
                goal);
    }

    private static Samples samples(List<Double> figures) {
        return new Samples(figures.stream().mapToDouble(d -> d).toArray());
    }
}
