package io.encord4j.benchmarks.child;

import io.encord4j.benchmarks.RawConnection;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.WorldSnapshot;
import io.encord4j.fake.internal.journal.ExchangeJournal;
import io.encord4j.fake.journal.JournalEntry;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The fake in this JVM, made larger and larger. Each command names a size and gives milliseconds, or nanoseconds where it says so. */
public final class Scaler {

    private static final Duration SPAN = Duration.ofMillis(300);
    private static final int CALLS = 500;

    private final FakeEncordServer server = FakeEncordServer.start();
    private final Map<Integer, Filled> filled = new HashMap<>();
    private final Timed timed = new Timed();
    private int users;

    private Scaler() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        Scaler scaler = new Scaler();
        Commands.serve(Map.of(
                "fill", rows -> scaler.fill(Integer.parseInt(rows)),
                "snapshot", rows -> scaler.snapshot(Integer.parseInt(rows)),
                "restore", rows -> scaler.restore(Integer.parseInt(rows)),
                "fork", rows -> scaler.fork(Integer.parseInt(rows)),
                "reset", rows -> scaler.reset(Integer.parseInt(rows)),
                "list", rows -> scaler.list(Integer.parseInt(rows))[0],
                "list-bytes", rows -> scaler.list(Integer.parseInt(rows))[1],
                "worlds", count -> scaler.worlds(Integer.parseInt(count)),
                "journal-record", length -> scaler.record(Integer.parseInt(length)),
                "journal-read", length -> scaler.read(Integer.parseInt(length))));
        scaler.server.close();
    }

    private double fill(int rows) {
        long start = System.nanoTime();
        filled.computeIfAbsent(rows, count -> Filled.with(server.newWorld(), count));
        return (System.nanoTime() - start) / 1e6;
    }

    /** Nanoseconds. */
    private double snapshot(int rows) throws IOException {
        FakeWorld world = filled.get(rows).world();
        return timed.nanos(SPAN, world::snapshot);
    }

    /** Nanoseconds. */
    private double restore(int rows) throws IOException {
        FakeWorld world = filled.get(rows).world();
        WorldSnapshot state = world.snapshot();
        return timed.nanos(SPAN, () -> {
            world.restore(state);
            return state;
        });
    }

    /** Nanoseconds, removal included. */
    private double fork(int rows) throws IOException {
        FakeWorld world = filled.get(rows).world();
        return timed.nanos(SPAN, () -> {
            try (FakeWorld fork = world.fork()) {
                return fork.id();
            }
        });
    }

    /** Nanoseconds, with the restoring that makes the next reset one of a full world. */
    private double reset(int rows) throws IOException {
        FakeWorld world = filled.get(rows).world();
        WorldSnapshot state = world.snapshot();
        return timed.nanos(SPAN, () -> {
            world.reset();
            world.restore(state);
            return state;
        });
    }

    private double[] list(int rows) throws IOException {
        Filled one = filled.get(rows);
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(server.url() + "/public").toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", one.dataset().apiKey());
        connection.setRequestProperty("ResourceID", one.dataset().hash());
        connection.setRequestProperty("Content-Type", "application/json");
        byte[] call =
                "{\"query_type\": \"dataset\", \"query_method\": \"GET\", \"values\": {\"uid\": null, \"payload\": null}}"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        long start = System.nanoTime();
        connection.getOutputStream().write(call);
        try (InputStream in = connection.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
        }
        return new double[] {(System.nanoTime() - start) / 1e6, bytes};
    }

    /** One call to the last of so many worlds, in nanoseconds; the worlds stay. */
    private double worlds(int count) throws IOException {
        FakeWorld last = server.defaultWorld();
        while (server.worlds().size() < count) {
            last = server.newWorld();
        }
        users++;
        FakeUser user = last.newUser("user-" + users + "@example.com");
        byte[] call = RawConnection.post(
                "/public/user",
                "{\"query_type\": \"datasetwithuserrole\", \"query_method\": \"GET\", \"values\": {\"uid\": null, \"payload\": {\"filter\": {}}}}",
                "Authorization: Bearer " + user.bearerToken());
        try (RawConnection connection = new RawConnection(server.port())) {
            for (int i = 0; i < CALLS; i++) {
                connection.exchange(call);
            }
            return timed.nanos(SPAN, () -> connection.exchange(call));
        }
    }

    /** One more entry, in nanoseconds. */
    private double record(int length) throws IOException {
        ExchangeJournal journal = journal(length);
        return timed.nanos(SPAN, () -> {
            JournalEntry entry = entry(journal.takeSequence());
            journal.record(entry);
            return entry;
        });
    }

    /** Reading all calls of an operation, in nanoseconds. */
    private double read(int length) throws IOException {
        ExchangeJournal journal = journal(length);
        return timed.nanos(SPAN, () -> journal.entries("describeApiKey"));
    }

    private static ExchangeJournal journal(int length) {
        ExchangeJournal journal = new ExchangeJournal(length, Long.MAX_VALUE, entry -> {});
        for (int i = 0; i < length; i++) {
            journal.record(entry(journal.takeSequence()));
        }
        return journal;
    }

    private static JournalEntry entry(long sequence) {
        return new JournalEntry(
                sequence,
                sequence % 2 == 0 ? "describeApiKey" : "getDataset",
                null,
                null,
                "user",
                "POST",
                "/public",
                200,
                null,
                null,
                Instant.EPOCH,
                Duration.ofMillis(1),
                100,
                100,
                null,
                null,
                null,
                null,
                JournalEntry.Progress.ANSWERED);
    }
}
