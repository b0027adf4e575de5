package io.encord4j.golden;

import com.squareup.moshi.JsonReader;
import io.encord4j.wire.json.FreeFormJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;

/** One exchange of the golden data: a request of an official SDK, and the answer that it got. */
record GoldenLine(Map<String, Object> json) {
    static final String BASE = "http://encord.test";

    static List<GoldenLine> read(String resource) {
        try (var in = GoldenLine.class.getResourceAsStream("/vectors/" + resource)) {
            List<GoldenLine> lines = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> lines.add(new GoldenLine(asMap(parse(line)))));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object parse(String text) {
        try {
            return new FreeFormJson().fromJson(JsonReader.of(new Buffer().writeUtf8(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    String operation() {
        return (String) json.get("operation");
    }

    String method() {
        return (String) json.get("method");
    }

    String path() {
        return (String) json.get("path");
    }

    Optional<String> header(String name) {
        for (Object entry : (List<?>) json.get("headers")) {
            List<?> header = (List<?>) entry;
            if (name.equalsIgnoreCase((String) header.get(0))) {
                return Optional.of((String) header.get(1));
            }
        }
        return Optional.empty();
    }

    byte[] bytes() {
        Object text = json.get("body");
        return text == null
                ? Base64.getDecoder().decode((String) json.get("body_base64"))
                : ((String) text).getBytes(StandardCharsets.UTF_8);
    }

    boolean isUpload() {
        return method().equals("PUT");
    }

    boolean isRpc() {
        return path().startsWith("/public");
    }

    /** The parsed body; null if there is none. */
    Object body() {
        byte[] bytes = bytes();
        return bytes.length == 0 ? null : parse(new String(bytes, StandardCharsets.UTF_8));
    }

    Object uid() {
        return asMap(asMap(body()).get("values")).get("uid");
    }

    Map<String, Object> payload() {
        return asMap(asMap(asMap(body()).get("values")).get("payload"));
    }

    int answerStatus() {
        return ((Long) asMap(json.get("response")).get("status")).intValue();
    }

    String answerType() {
        return (String) asMap(json.get("response")).get("content_type");
    }

    String answerBody() {
        return (String) asMap(json.get("response")).get("body");
    }

    Optional<String> sdkRaises() {
        return Optional.ofNullable((String) json.get("sdk_raises"));
    }
}
