package io.encord4j.benchmarks.child;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.squareup.moshi.JsonReader;
import io.encord4j.DataRow;
import io.encord4j.EncordDatasetClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Okio;

/** Reads an answer with 100,000 rows, by the client and by libraries that know nothing of it: milliseconds. */
public final class Parsers {

    private static final int ROWS = 100_000;
    private static final Duration ONCE = Duration.ofMillis(1);

    private final byte[] body;
    private final EncordDatasetClient client;
    private final ObjectMapper jackson =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final Gson gson = new GsonBuilder()
            .registerTypeAdapter(Instant.class, new GsonInstant().nullSafe())
            .create();
    private final Timed timed = new Timed();

    private Parsers(boolean withAllFields) {
        body = new Listing(withAllFields).text(ROWS).getBytes(StandardCharsets.UTF_8);
        client = Canned.client(() -> ResponseBody.create(
                Okio.buffer(Okio.source(new ByteArrayInputStream(body))),
                MediaType.get("application/json"),
                body.length));
    }

    /** Argument: {@code 2022} for rows with four fields, {@code 2026} for rows with all. */
    public static void main(String[] arguments) throws IOException {
        Parsers parsers = new Parsers(arguments[0].equals("2026"));
        parsers.compare();
        Commands.serve(Map.of(
                "client", none -> parsers.timed.nanos(ONCE, parsers::ours) / 1e6,
                "jackson", none -> parsers.timed.nanos(ONCE, parsers::byJackson) / 1e6,
                "gson", none -> parsers.timed.nanos(ONCE, parsers::byGson) / 1e6,
                "moshi", none -> parsers.timed.nanos(ONCE, parsers::skippedByMoshi) / 1e6));
        parsers.client.close();
    }

    private List<DataRow> ours() {
        return client.getDataset().dataRows();
    }

    private List<PlainRow> byJackson() throws IOException {
        return jackson.readValue(new ByteArrayInputStream(body), PlainAnswer.class)
                .response()
                .dataRows();
    }

    private List<PlainRow> byGson() throws IOException {
        try (InputStreamReader reader = new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            return gson.fromJson(reader, PlainAnswer.class).response().dataRows();
        }
    }

    /** What the client's reader costs before the client does anything. */
    private long skippedByMoshi() throws IOException {
        JsonReader.of(Okio.buffer(Okio.source(new ByteArrayInputStream(body)))).skipValue();
        return body.length;
    }

    /** All must have read the same, or the race means nothing. */
    private void compare() throws IOException {
        List<PlainRow> ours = ours().stream().map(Parsers::plain).toList();
        if (!ours.equals(byJackson()) || !ours.equals(byGson()) || ours.size() != ROWS) {
            throw new IllegalStateException("The parsers do not agree on what they read.");
        }
    }

    private static PlainRow plain(DataRow row) {
        Long size = row.fileSize();
        return new PlainRow(
                row.dataHash(),
                row.title(),
                row.dataType().value(),
                row.createdAt(),
                row.lastEditedAt(),
                row.width(),
                row.height(),
                row.fileLink(),
                size == null ? null : Double.valueOf(size),
                row.fileType(),
                row.storageLocation() == null ? null : row.storageLocation().code(),
                row.framesPerSecond(),
                row.duration(),
                row.clientMetadata(),
                row.signedUrl(),
                row.optimisedImageGroup(),
                row.backingItemUuid(),
                null);
    }
}
