package io.encord4j.fake.internal.worlds;

import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.faults.ArmedFaults;
import io.encord4j.fake.internal.journal.ExchangeJournal;
import io.encord4j.fake.internal.platform.Alarm;
import io.encord4j.fake.internal.platform.Integrations;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.IdSequence;
import io.encord4j.fake.internal.platform.model.PlatformState;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Makes worlds: their first contents, ids by seed or by chance, a journal and a registry of faults. */
final class WorldFactory {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final int SEED_BYTES = 32;
    private static final long JOURNAL_BYTES = Runtime.getRuntime().maxMemory() / 32;

    private final Worlds.Settings settings;
    private final Clock real;
    private final Alarm alarm;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong named = new AtomicLong();

    WorldFactory(Worlds.Settings settings, Clock real, Alarm alarm) {
        this.settings = settings;
        this.real = real;
        this.alarm = alarm;
    }

    String nextId() {
        return "world-" + named.incrementAndGet();
    }

    ServedWorld make(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "A world is named with up to 200 letters, digits, '.', '_' and '-', not " + id + ".");
        }
        return served(new World(id, initialState(), real, alarm, random));
    }

    /** Gives a world its journal and its faults. */
    ServedWorld served(World world) {
        ExchangeJournal journal = new ExchangeJournal(
                settings.journalCapacity(),
                JOURNAL_BYTES,
                entry -> settings.listener().accept(world.id(), entry));
        journal.keepBodies(settings.journalBodies());
        return new ServedWorld(world, journal, new ArmedFaults(Operations.forFaults()));
    }

    private PlatformState initialState() {
        PlatformState empty = PlatformState.empty(
                        settings.choices(), settings.clock(), ids(), new UUID(0x4000L, 0x8000000000000001L))
                .withReEncoding(settings.reEncoding());
        Transaction tx = new Transaction(empty, real.instant());
        Integrations.create(tx, "AWS", FakeStorageLocation.AWS);
        Integrations.create(tx, "GCP", FakeStorageLocation.GCP);
        Integrations.create(tx, "Azure", FakeStorageLocation.AZURE);
        return tx.state();
    }

    /** The n-th world of a seeded server has the n-th seed, so that worlds do not share ids. */
    private IdSequence ids() {
        long number = made.getAndIncrement();
        if (settings.seed().isPresent()) {
            return IdSequence.deterministic(settings.seed().getAsLong() + number);
        }
        byte[] seed = ByteBuffer.allocate(SEED_BYTES).array();
        random.nextBytes(seed);
        return IdSequence.random(seed);
    }
}
