package io.encord4j.conformance.contract;

import io.encord4j.conformance.contract.Exchange.Body;
import io.encord4j.conformance.contract.Exchange.Header;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that the official Python SDKs sent, with the smallest answers that satisfied them. */
final class GoldenVectors {

    private GoldenVectors() {}

    /** The vectors of one recording: {@code 2022}, {@code 2026} or {@code storage-2026}. */
    static List<Vector> of(String recording) {
        String name = "/vectors/requests-" + recording + ".jsonl";
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(GoldenVectors.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(JsonMapper.shared()::readTree)
                    .map(GoldenVectors::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read.", e);
        }
    }

    private static Vector read(JsonNode line) {
        List<Header> headers = new ArrayList<>();
        line.get("headers")
                .forEach(pair -> headers.add(
                        new Header(pair.get(0).asString(), pair.get(1).asString())));
        JsonNode answer = line.get("response");
        List<Header> answerHeaders = answer.path("content_type").isString()
                ? List.of(new Header("Content-Type", answer.get("content_type").asString()))
                : List.of();
        Exchange exchange = new Exchange(
                line.get("method").asString(),
                line.get("path").asString(),
                headers,
                body(line),
                answer.get("status").asInt(),
                answerHeaders,
                body(answer));
        return new Vector(line.get("operation").asString(), line.get("step").asInt(), line.has("sdk_raises"), exchange);
    }

    private static Body body(JsonNode owner) {
        return owner.has("body")
                ? new Body.Bytes(owner.get("body").asString())
                : new Body.Bulk(
                        Base64.getDecoder().decode(owner.get("body_base64").asString()).length);
    }

    /** One recorded exchange; {@code raises} says that the SDK refused its answer, which is then wrong on purpose. */
    record Vector(String operation, int step, boolean raises, Exchange exchange) {

        @Override
        public String toString() {
            return operation + " " + step;
        }
    }
}
