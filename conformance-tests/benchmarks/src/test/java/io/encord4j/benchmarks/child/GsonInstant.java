package io.encord4j.benchmarks.child;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Dates of the wire for Gson, which knows none, with a formatter of {@code java.time}. */
final class GsonInstant extends TypeAdapter<Instant> {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @Override
    public void write(JsonWriter out, Instant value) {
        throw new UnsupportedOperationException("Nothing is written here.");
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
        return LocalDateTime.parse(in.nextString(), FORMAT).toInstant(ZoneOffset.UTC);
    }
}
