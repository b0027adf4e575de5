package io.encord4j.internal.upload;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import io.encord4j.InvalidValueException;
import io.encord4j.internal.upload.Destination.Target;
import io.encord4j.internal.upload.UnitUpload.Registering;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a {@link LineJournal}, and moves units to where they were. Lines of other files are passed over. */
final class JournalReader {
    private final Destination destination;
    private final String journal;
    private final boolean contentHashes;
    private final Map<String, UnitUpload> units;

    /** Units whose files are no longer what the lines speak of. */
    private final Set<UnitUpload> changed = new LinkedHashSet<>();

    private final List<UnitUpload> rests = new ArrayList<>();
    private final Map<Long, List<UnitUpload>> registrations = new HashMap<>();
    private long lastRegistration;
    private long line;

    /**
     * Prepares to read.
     *
     * @param units the units by their names
     * @param destination where they go
     * @param journal the name of the journal
     * @param contentHashes whether files are known by their bytes
     */
    JournalReader(Map<String, UnitUpload> units, Destination destination, String journal, boolean contentHashes) {
        this.units = units;
        this.destination = destination;
        this.journal = journal;
        this.contentHashes = contentHashes;
    }

    Set<UnitUpload> changed() {
        return changed;
    }

    /** What was split off from groups. */
    List<UnitUpload> rests() {
        return rests;
    }

    long lastRegistration() {
        return lastRegistration;
    }

    boolean isEmpty() {
        return line == 0;
    }

    /** Reads, and tells how many bytes are whole lines. The process may have ended in the middle of the last one. */
    long read(InputStream stream) throws IOException {
        long whole = 0;
        Buffer text = new Buffer();
        try (BufferedSource source = Okio.buffer(Okio.source(stream))) {
            for (long end = source.indexOf((byte) '\n'); end >= 0; end = source.indexOf((byte) '\n')) {
                source.read(text, end);
                source.skip(1);
                whole += end + 1;
                line++;
                read(text);
                text.clear();
            }
        }
        return whole;
    }

    private void read(Buffer text) throws IOException {
        try (JsonReader json = JsonReader.of(text)) {
            json.beginObject();
            if (line == 1) {
                header(json);
            } else {
                event(json);
            }
            json.endObject();
        } catch (JsonDataException | JsonEncodingException | EOFException | IllegalArgumentException e) {
            throw refusal("Line " + line + " of the journal " + journal + " is damaged.");
        }
    }

    private void header(JsonReader json) throws IOException {
        @Nullable String format = null;
        @Nullable String place = null;
        int version = 0;
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "encord4j" -> format = json.nextString();
                case "version" -> version = json.nextInt();
                case "destination" -> place = json.nextString();
                default -> json.skipValue();
            }
        }
        if (!"upload journal".equals(format)) {
            throw refusal("The file " + journal + " is no journal of uploads.");
        }
        if (version != LineJournal.VERSION) {
            throw refusal("The journal %s has the format %d, and this version knows %d."
                    .formatted(journal, version, LineJournal.VERSION));
        }
        if (!destination.name().equals(place)) {
            throw refusal("The journal %s is of %s, and this upload goes to %s."
                    .formatted(journal, place, destination.name()));
        }
    }

    private InvalidValueException refusal(String problem) {
        return new InvalidValueException("journal", problem, "Give each upload a journal of its own.");
    }

    private void event(JsonReader json) throws IOException {
        Fields fields = new Fields(json);
        switch (fields.event) {
            case "sent" -> sent(fields);
            case "new" -> {
                UnitUpload unit = unit(fields.text("p"));
                if (unit != null) {
                    unit.forgetAll();
                    changed.remove(unit);
                }
            }
            case "asked" -> {
                List<UnitUpload> asked = known(fields.units);
                Instant since = Instant.ofEpochMilli(fields.time);
                asked.forEach(unit -> unit.asked(new Registering(since, null)));
                lastRegistration = Math.max(lastRegistration, fields.registration);
                registrations.put(fields.registration, asked);
            }
            case "job" ->
                registrations.getOrDefault(fields.registration, List.of()).forEach(unit -> {
                    Registering asked = unit.registering();
                    if (asked != null) {
                        unit.asked(new Registering(asked.since(), fields.text("j")));
                    }
                });
            case "row" -> known(List.of(fields.text("p"))).forEach(UnitUpload::skipped);
            case "released" -> known(fields.units).forEach(UnitUpload::released);
            default -> throw new JsonDataException(fields.event);
        }
    }

    private List<UnitUpload> known(List<String> names) {
        List<UnitUpload> known = new ArrayList<>(names.size());
        for (String name : names) {
            UnitUpload unit = unit(name);
            if (unit != null && !changed.contains(unit)) {
                known.add(unit);
            }
        }
        return known;
    }

    private @Nullable UnitUpload unit(String name) {
        UnitUpload known = units.get(name);
        String whole = LineJournal.wholeOf(name);
        if (known != null || whole == null) {
            return known;
        }
        UnitUpload group = unit(whole);
        UnitUpload rest = group == null || changed.contains(group) ? null : group.splitRest();
        if (rest != null) {
            units.put(name, rest);
            rests.add(rest);
        }
        return rest;
    }

    private void sent(Fields fields) {
        UnitUpload unit = unit(fields.text("p"));
        if (unit == null) {
            return;
        }
        String key = fields.text("k");
        if (fields.file >= unit.size() || !isSame(unit.unit().files().get(fields.file), fields)) {
            changed.add(unit);
        } else if (!isKnown(unit.target(fields.file), key)) {
            boolean unused = unit.sent(fields.file, destination.recall(key));
        }
    }

    /** This process may know more of a target than the journal does. */
    private boolean isKnown(@Nullable Target target, String key) {
        return target != null && destination.remember(target).equals(key);
    }

    private boolean isSame(LocalFile file, Fields fields) {
        String hash = fields.texts.get("h");
        boolean same = (contentHashes && hash != null)
                ? file.size() == fields.size && hash.equals(file.hash())
                : file.size() == fields.size && file.modified() == fields.modified;
        return same && (fields.file == 0 || LineJournal.text(file.path()).equals(fields.text("f")));
    }

    /** The fields of a line. */
    private static final class Fields {
        private final Map<String, String> texts = new HashMap<>(4);
        private List<String> units = List.of();
        private String event = "";
        private int file;
        private long size;
        private long modified;
        private long time;
        private long registration;

        Fields(JsonReader json) throws IOException {
            while (json.hasNext()) {
                String name = json.nextName();
                switch (name) {
                    case "e" -> event = json.nextString();
                    case "i" -> file = json.nextInt();
                    case "s" -> size = json.nextLong();
                    case "m" -> modified = json.nextLong();
                    case "t" -> time = json.nextLong();
                    case "c" -> registration = json.nextLong();
                    case "u" -> units = strings(json);
                    case "p", "f", "k", "j", "h" -> texts.put(name, json.nextString());
                    default -> json.skipValue();
                }
            }
        }

        String text(String name) {
            String text = texts.get(name);
            if (text == null) {
                throw new JsonDataException(name);
            }
            return text;
        }

        private static List<String> strings(JsonReader json) throws IOException {
            List<String> strings = new ArrayList<>();
            json.beginArray();
            while (json.hasNext()) {
                strings.add(json.nextString());
            }
            json.endArray();
            return strings;
        }
    }
}
