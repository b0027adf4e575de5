package io.encord4j.internal.upload;

import com.squareup.moshi.JsonWriter;
import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.JournalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A journal of lines of JSON, one for each thing that happens. It holds names of files and ids of the service, and no secret.
 *
 * <p>A line has an event {@code e} and what belongs to it: {@code sent} a file of a unit, its size {@code s}, modification time {@code m} and
 * object key {@code k}, perhaps its SHA-256 {@code h}; {@code new} a unit whose files have changed; {@code asked} the units {@code u} of a registration {@code c} and its time {@code t}; {@code job} the id {@code j} of
 * the job of a registration; {@code row} the rows of a unit; {@code released} the units {@code u} of which nothing is registered. A unit is
 * named by the path of its first file, a group also by the number of its files.
 */
final class LineJournal implements UploadJournal {
    static final int VERSION = 1;
    private static final String REST = "\0rest";

    private final JournalStore store;
    private final Destination destination;
    private final Buffer buffer = new Buffer();
    private final boolean contentHashes;

    /** The names of units that begin with the same file as an earlier one. */
    private final Map<UnitUpload, String> names = new HashMap<>();

    private final Map<UnitUpload, Long> registrations = new HashMap<>();
    private long lastRegistration;

    LineJournal(JournalStore store, Destination destination, boolean contentHashes) {
        this.store = store;
        this.destination = destination;
        this.contentHashes = contentHashes;
    }

    @Override
    public synchronized void recall(List<UnitUpload> units) {
        try {
            JournalReader reader = new JournalReader(named(units), destination, store.name(), contentHashes);
            store.truncate(reader.read(store.read()));
            lastRegistration = reader.lastRegistration();
            units.addAll(reader.rests());
            if (reader.isEmpty()) {
                write(json -> json.name("encord4j")
                        .value("upload journal")
                        .name("version")
                        .value(VERSION)
                        .name("destination")
                        .value(destination.name()));
                sync();
            }
            reader.changed().forEach(unit -> {
                unit.forgetAll();
                write(json -> json.name("e").value("new").name("p").value(name(unit)));
            });
        } catch (IOException e) {
            throw new InvalidFileException(Path.of(store.name()), Problem.UNREADABLE, e);
        }
    }

    /** Names units, and tells them by their names. */
    private Map<String, UnitUpload> named(List<UnitUpload> units) {
        Map<String, UnitUpload> named = new HashMap<>(units.size() * 2);
        for (UnitUpload unit : units) {
            String name = name(unit);
            String unique = name;
            // No path has a NUL in it.
            for (int n = 1; named.putIfAbsent(unique, unit) != null; n++) {
                unique = name + "\0again" + n;
                names.put(unit, unique);
            }
        }
        return named;
    }

    /** The name of what a unit is the rest of; null if it is none. */
    static @Nullable String wholeOf(String name) {
        return name.endsWith(REST) ? name.substring(0, name.length() - REST.length()) : null;
    }

    @Override
    public synchronized void sent(UnitUpload unit, int file, String objectKey, @Nullable String hash) {
        LocalFile local = unit.unit().files().get(file);
        write(json -> {
            json.name("e").value("sent").name("p").value(name(unit));
            if (file > 0) {
                json.name("i").value(file).name("f").value(text(local.path()));
            }
            json.name("s").value(local.size()).name("m").value(local.modified());
            json.name("k").value(objectKey);
            if (hash != null) {
                json.name("h").value(hash);
            }
        });
    }

    @Override
    public synchronized void asked(List<UnitUpload> units, Instant since) {
        long registration = ++lastRegistration;
        units.forEach(unit -> registrations.put(unit, registration));
        write(json -> {
            json.name("e").value("asked").name("c").value(registration);
            json.name("t").value(since.toEpochMilli());
            names(json, units);
        });
        sync();
    }

    @Override
    public synchronized void started(List<UnitUpload> units, String jobId) {
        Long registration = registrations.get(units.get(0));
        write(json -> json.name("e")
                .value("job")
                .name("c")
                .value(registration)
                .name("j")
                .value(jobId));
        sync();
    }

    @Override
    public synchronized void uploaded(UnitUpload unit, List<AddedRow> rows) {
        registrations.remove(unit);
        write(json -> {
            json.name("e").value("row").name("p").value(name(unit)).name("rows").beginArray();
            for (AddedRow row : rows) {
                json.beginArray().value(row.dataHash()).value(row.title());
                json.value(
                        row.backingItemUuid() == null
                                ? null
                                : row.backingItemUuid().toString());
                json.endArray();
            }
            json.endArray();
        });
    }

    @Override
    public synchronized void released(List<UnitUpload> units) {
        units.forEach(registrations::remove);
        write(json -> {
            json.name("e").value("released");
            names(json, units);
        });
    }

    @Override
    public synchronized void close() {
        try {
            store.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void names(JsonWriter json, List<UnitUpload> units) throws IOException {
        json.name("u").beginArray();
        for (UnitUpload unit : units) {
            json.value(name(unit));
        }
        json.endArray();
    }

    private String name(UnitUpload unit) {
        String special = names.get(unit);
        if (special != null) {
            return special;
        }
        UnitUpload whole = unit.whole();
        if (whole != null) {
            return name(whole) + REST;
        }
        String path = text(unit.unit().files().get(0).path());
        return unit.unit().kind().isGroup() ? path + '\0' + unit.size() : path;
    }

    /** A path as text that names no other path: one that text cannot show has its bytes in its URI. */
    static String text(Path path) {
        String text = path.toString();
        return text.indexOf('\uFFFD') < 0 ? text : path.toUri().toString();
    }

    private interface Line {
        void write(JsonWriter json) throws IOException;
    }

    private void write(Line line) {
        try {
            JsonWriter json = JsonWriter.of(buffer);
            json.beginObject();
            line.write(json);
            json.endObject();
            buffer.writeByte('\n');
            flush();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void sync() {
        try {
            store.sync();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void flush() throws IOException {
        byte[] bytes = buffer.readByteArray();
        store.append(bytes, 0, bytes.length);
    }

    private InvalidFileException unwritable(IOException cause) {
        return new InvalidFileException(Path.of(store.name()), Problem.NOT_WRITABLE, cause);
    }
}
