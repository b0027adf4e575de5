package io.encord4j.fake.internal.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.seed.SeedText;
import io.encord4j.fake.internal.storage.BlobStore;
import io.encord4j.fake.internal.worlds.Worlds;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What concerns the server as a whole. */
final class ServerEndpoints {

    private static final String SERVICE = "/io/encord4j/spec/encord-openapi.";
    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";

    private final Worlds worlds;
    private final BlobStore blobs;
    private final ExchangeCounts counts;

    ServerEndpoints(Worlds worlds, BlobStore blobs, ExchangeCounts counts) {
        this.worlds = worlds;
        this.blobs = blobs;
        this.counts = counts;
    }

    List<ControlRoute> routes() {
        return List.of(
                ControlRoute.of("GET", "/_fake/health", call -> health()),
                ControlRoute.of("GET", "/_fake/openapi.yaml", call -> description("openapi.yaml", YAML)),
                ControlRoute.of("GET", "/_fake/encord-openapi.yaml", call -> description(SERVICE + "yaml", YAML)),
                ControlRoute.of("GET", "/_fake/encord-openapi.json", call -> description(SERVICE + "json", JSON)),
                ControlRoute.of("GET", "/_fake/metrics", call -> metrics()));
    }

    static Answer health() {
        return ControlAnswers.json(SeedText.object("live", true, "ready", true));
    }

    private static Answer description(String resource, String contentType) throws IOException {
        try (InputStream text = ServerEndpoints.class.getResourceAsStream(resource)) {
            if (text == null) {
                throw new ControlException(404, "This build of the server was packaged without this description.");
            }
            return Answer.text(200, contentType, new String(text.readAllBytes(), UTF_8));
        }
    }

    private Answer metrics() {
        String exchanges = "encord_fake_exchanges_total";
        String text = gauge(
                        "encord_fake_worlds",
                        "Worlds on this server.",
                        worlds.all().size())
                + gauge("encord_fake_stored_memory_bytes", "Memory that uploads take.", blobs.memoryUsed())
                + gauge("encord_fake_stored_files", "Temporary files that uploads take.", blobs.filesHeld())
                + "# HELP " + exchanges + " Exchanges that are over; status 0 if there was no answer.\n# TYPE "
                + exchanges + " counter\n" + counts.samples(exchanges);
        return Answer.text(200, "text/plain; version=0.0.4; charset=utf-8", text);
    }

    private static String gauge(String name, String help, long value) {
        return "# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n" + name + " " + value + "\n";
    }
}
