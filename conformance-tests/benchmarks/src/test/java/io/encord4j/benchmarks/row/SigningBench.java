package io.encord4j.benchmarks.row;

import io.encord4j.benchmarks.Bench;
import io.encord4j.benchmarks.Child;
import io.encord4j.benchmarks.ClassPath;
import io.encord4j.benchmarks.FakeJar;
import io.encord4j.benchmarks.Finding;
import io.encord4j.benchmarks.Goal;
import io.encord4j.benchmarks.Lab;
import io.encord4j.benchmarks.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signing a call of 500 bytes. */
public final class SigningBench implements Bench {

    private static final int WARM = 4;

    @Override
    public String name() {
        return "signing";
    }

    @Override
    public void run(Lab lab) throws IOException {
        Path key = lab.folder().resolve("signer");
        try (FakeJar fake = FakeJar.start(lab)) {
            Files.writeString(key, fake.sshKey());
        }
        try (Child child =
                Child.program(List.of(), ClassPath.ofTests(), "io.encord4j.benchmarks.child.Signers", key.toString())) {
            Map<String, Rounds.Measure> rivals = new LinkedHashMap<>();
            for (String rival : List.of("v1", "v1-bare", "v2", "v2-bare")) {
                rivals.put(rival, () -> child.ask(rival));
            }
            Rounds.of(WARM, rivals);
            Rounds rounds = Rounds.of(lab.rounds(11), rivals);
            for (String protocol : List.of("v1", "v2")) {
                lab.found(new Finding(
                        "signing a call of 500 bytes, " + protocol,
                        rounds.samples(protocol).text("µs"),
                        "BouncyCastle's signature of the same bytes: "
                                + rounds.samples(protocol + "-bare").text("µs"),
                        rounds.ratio(protocol, protocol + "-bare"),
                        new Goal.AtMost(1.25)));
            }
        }
    }
}
