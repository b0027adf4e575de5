package io.encord4j.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request that an official client sent, with the answer that it got. */
record GoldenRequest(String generation, JsonNode line) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static List<GoldenRequest> all() {
        return Stream.of(read("2022", "2022"), read("2026", "2026"), read("2026", "storage-2026"))
                .flatMap(requests -> requests)
                .toList();
    }

    private static Stream<GoldenRequest> read(String generation, String name) {
        Path file = Path.of("vectors/requests-" + name + ".jsonl");
        try {
            return Files.readAllLines(file).stream().map(line -> new GoldenRequest(generation, JSON.readTree(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String method() {
        return line.path("method").asString();
    }

    /** The path as sent, without the query. */
    String path() {
        return line.path("path").asString().replaceFirst("\\?.*", "");
    }

    /** The query as sent; empty if there is none. */
    String query() {
        String path = line.path("path").asString();
        int mark = path.indexOf('?');
        return mark < 0 ? "" : path.substring(mark + 1);
    }

    boolean isRpc() {
        return path().equals("/public") || path().equals("/public/user");
    }

    boolean isRest() {
        return path().startsWith("/v2/public/");
    }

    /** A header as sent. */
    record Header(String name, String value) {}

    List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        line.path("headers")
                .forEach(pair -> headers.add(
                        new Header(pair.path(0).asString(), pair.path(1).asString())));
        return headers;
    }

    String header(String name) {
        return headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    boolean hasJsonBody() {
        return header("Content-Type").equals("application/json") && line.has("body");
    }

    JsonNode body() {
        return JSON.readTree(line.path("body").asString());
    }

    int answerStatus() {
        return line.path("response").path("status").asInt();
    }

    boolean hasJsonAnswer() {
        return line.path("response").path("content_type").asString("").equals("application/json");
    }

    JsonNode answer() {
        return JSON.readTree(line.path("response").path("body").asString());
    }

    @Override
    public String toString() {
        return generation + " " + line.path("operation").asString() + " "
                + line.path("step").asInt();
    }
}
