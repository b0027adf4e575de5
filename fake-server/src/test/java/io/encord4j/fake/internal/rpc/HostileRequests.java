package io.encord4j.fake.internal.rpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes requests that no client sends, out of some that clients do. Equal seeds make equal requests. */
final class HostileRequests {

    private static final Pattern JSON_VALUE =
            Pattern.compile("null|true|false|-?\\d+(\\.\\d+)?|\"[^\"]*\"(?!\\s*:)|\\[\\]|\\{\\}");
    private static final Pattern JSON_KEY = Pattern.compile("\"[^\"]*\"(?=\\s*:)");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "1e999999999",
            "-1e-999999999",
            "99999999999999999999999999",
            "2147483648",
            "-2147483649",
            "0.1",
            "NaN",
            "Infinity",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"../../../etc/passwd\"",
            "\"<script>alert(1)</script>\"",
            "\"%\"",
            "\"2030-13-45T99:99:99\"",
            "\"dataset\"",
            "\"00000000-0000-4000-8000-000000000000\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"a\": {\"b\": [1, \"c\"]}}",
            "{\"objectUrl\": \"https://b/f.mp4\"}",
            "'single'",
            "nul",
            "\"" + "x".repeat(20_000) + "\"",
            "[".repeat(5_000),
            "[".repeat(300) + "]".repeat(300),
            "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));
    private static final List<String> HEADERS = List.of(
            "Authorization: Bearer nobody",
            "Authorization: " + "a".repeat(64) + ":" + "b".repeat(128),
            "Authorization:",
            "ResourceID: ../..",
            "ResourceID:",
            "ResourceType: project",
            "ResourceType: dataset",
            "Signature-Input: encord-sig=(\"@method\");created=99999999999;keyid=\"\";alg=\"none\"",
            "Signature: encord-sig=:AAAA:",
            "Content-Digest: sha-256=:AAAA:",
            "Range: bytes=9999999999999999999999-",
            "Range: bytes=-0",
            "Accept-Encoding: gzip;q=9",
            "Content-Type: text/plain; charset=nonsense",
            "Content-Encoding: gzip",
            "Cookie: a=b; $Version=1",
            "X-Forwarded-Host: evil.test/<script>",
            "X-Forwarded-Proto: gopher",
            "X-Cloud-Trace-Context: ,,,",
            "Origin: http://evil.example",
            "Sec-Fetch-Site: cross-site",
            "X-Long: " + "y".repeat(30_000));
    private static final List<String> PATHS = List.of(
            "/",
            "/public/",
            "/public//user",
            "/PUBLIC",
            "/public;a=b",
            "/public?x=%zz",
            "/public/user/../user",
            "/v2/public/",
            "/v2/public/datasets/%00/groups",
            "/v2/public/datasets/..%2f..%2f/groups",
            "/v2/public/datasets/list?createdBefore=yesterday&includeOrgAccess=maybe",
            "/v2/public/datasets/list?titleLike=%ff%fe&titleLike=b",
            "/v2/public/presigned-urls?count=99999999999999999999&uploadItemType=video",
            "/v2/public/presigned-urls?count=&uploadItemType=",
            "/v2/public/cloud-integrations?filterIntegrationUuids=1-1-1-1-1",
            "/storage/../../etc/passwd?sig=a",
            "/storage/%2e%2e/x",
            "/storage/",
            "/%",
            "/" + "p/".repeat(3_000),
            "/" + "p".repeat(50_000),
            "/_fake/worlds",
            "/_fake/worlds/default/reset",
            "/_fake/worlds/hostile-0/reset",
            "/_fake/worlds/hostile-0/export");
    private static final List<String> HOSTS = List.of(
            "fake.test", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "[::2]", "0x7f000001", "");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW", "post", "G\u00e9T");

    private static final int UNREAD = 100;

    private final SplittableRandom random;
    private final List<Sample> samples;

    /** A request as a client sends it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sample(String method, String target, List<String> headers, byte[] body) {}

    /**
     * A request as it goes on the wire.
     *
     * @param bytes all of it
     * @param framed whether its end can be told, so that an answer must come
     * @param hasAnswerBody whether the answer has a body
     * @param name what was done to it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Hostile(byte[] bytes, boolean framed, boolean hasAnswerBody, String name) {

        /** All hosts here are foreign to the server. */
        boolean isForeignControl() {
            String line = new String(bytes, 0, Math.min(bytes.length, 100), ISO_8859_1);
            return line.matches("(?s)[A-Z]+ /_fake/worlds.*");
        }
    }

    HostileRequests(long seed, List<Sample> samples) {
        this.random = new SplittableRandom(seed);
        this.samples = samples;
    }

    /** A good request, unharmed. */
    static byte[] onTheWire(Sample sample) {
        return bytes(sample, "fake.test", "Content-Length: " + sample.body().length, sample.body());
    }

    Hostile next() {
        Sample sample = pick(samples);
        return switch (random.nextInt(13)) {
            case 0, 1, 2, 3 -> framed(withJson(sample), "JSON");
            case 4 -> framed(withBody(sample, flipped(sample.body())), "flipped bytes");
            case 5 ->
                framed(
                        withBody(sample, Arrays.copyOf(sample.body(), random.nextInt(sample.body().length + 1))),
                        "short");
            case 6 -> framed(withBody(sample, invalidUtf8(sample.body())), "invalid UTF-8");
            case 7 -> framed(withHeader(sample), "header");
            case 8 -> framed(new Sample(method(sample), target(sample), sample.headers(), sample.body()), "target");
            case 9 -> chunked(sample);
            case 10 -> misframed(sample);
            case 11 -> endless(sample);
            default ->
                new Hostile(
                        flipped(bytes(sample, "Content-Length: " + sample.body().length, sample.body())),
                        false,
                        true,
                        "flipped request");
        };
    }

    /** A part of a request, after which the client leaves. */
    byte[] cut() {
        Sample sample = pick(samples);
        byte[] whole = bytes(sample, "Content-Length: " + (sample.body().length + 1), sample.body());
        return Arrays.copyOf(whole, random.nextInt(whole.length));
    }

    /** What changes nothing on a connection that stays: half a body, or requests of nobody whose answers are not read. */
    byte[] unfinished() {
        Sample sample = pick(samples);
        if (chance(2)) {
            return bytes(sample, "Content-Length: " + (sample.body().length + 1), sample.body());
        }
        Sample ofNobody = new Sample("POST", "/public", List.of("Authorization: nobody"), new byte[0]);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < UNREAD; i++) {
            many.writeBytes(bytes(ofNobody, "Content-Length: 0", ofNobody.body()));
        }
        return many.toByteArray();
    }

    boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private Sample withJson(Sample sample) {
        String json = new String(sample.body(), UTF_8);
        for (int i = 0; i <= random.nextInt(3); i++) {
            json = mutated(json);
        }
        return withBody(sample, json.getBytes(UTF_8));
    }

    private String mutated(String json) {
        List<MatchResult> values =
                (chance(5) ? JSON_KEY : JSON_VALUE).matcher(json).results().toList();
        if (values.isEmpty()) {
            return json + pick(VALUES);
        }
        MatchResult place = pick(values);
        String other = chance(4) ? pick(values).group() : pick(VALUES);
        return json.substring(0, place.start()) + other + json.substring(place.end());
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int i = 0; i <= random.nextInt(5) && flipped.length > 0; i++) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private byte[] invalidUtf8(byte[] bytes) {
        byte[] wrong = HexFormat.of().parseHex(pick(List.of("c0af", "eda080", "f5808080", "80", "c3", "f8888080")));
        int at = random.nextInt(bytes.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(wrong);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private Sample withHeader(Sample sample) {
        List<String> headers = new ArrayList<>(sample.headers());
        if (!headers.isEmpty() && chance(3)) {
            headers.remove(random.nextInt(headers.size()));
        }
        if (chance(3)) {
            headers.addAll(List.copyOf(headers));
        }
        headers.add(random.nextInt(headers.size() + 1), pick(HEADERS));
        return new Sample(sample.method(), sample.target(), headers, sample.body());
    }

    private String method(Sample sample) {
        return chance(2) ? sample.method() : pick(METHODS);
    }

    private String target(Sample sample) {
        return switch (random.nextInt(4)) {
            case 0 -> sample.target();
            case 1 -> pick(PATHS);
            case 2 -> sample.target() + pick(List.of("/", "?", "&a=b", "%20", "x", ";", "#f"));
            default -> {
                int at = 1 + random.nextInt(sample.target().length());
                yield sample.target().substring(0, at);
            }
        };
    }

    /** The server must answer whatever it makes of the method and target. */
    private Hostile framed(Sample sample, String name) {
        byte[] bytes = bytes(sample, "Content-Length: " + sample.body().length, sample.body());
        boolean ascii = sample.method().chars().allMatch(c -> c < 128);
        return new Hostile(bytes, ascii, !sample.method().equals("HEAD"), name);
    }

    private Hostile chunked(Sample sample) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = 0;
        while (at < sample.body().length) {
            int size = Math.min(1 + random.nextInt(1024), sample.body().length - at);
            String extension = chance(10) ? ";name=\"value\"" : "";
            body.writeBytes((Integer.toHexString(size) + extension + "\r\n").getBytes(ISO_8859_1));
            body.write(sample.body(), at, size);
            body.writeBytes("\r\n".getBytes(ISO_8859_1));
            at += size;
        }
        body.writeBytes((chance(3) ? "0\r\nTrailer: t\r\n\r\n" : "0\r\n\r\n").getBytes(ISO_8859_1));
        boolean damaged = chance(2);
        byte[] chunks = damaged ? flipped(body.toByteArray()) : body.toByteArray();
        return new Hostile(bytes(sample, "Transfer-Encoding: chunked", chunks), !damaged, true, "chunks");
    }

    private Hostile misframed(Sample sample) {
        String framing = pick(List.of(
                "Content-Length: " + (sample.body().length + 7),
                "Content-Length: " + Math.max(0, sample.body().length - 7),
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: chunked, chunked",
                "Expect: 100-continue\r\nContent-Length: " + sample.body().length,
                "Expect: miracles\r\nContent-Length: " + sample.body().length,
                "Content-Length: " + sample.body().length + "\r\n folded: header"));
        return new Hostile(bytes(sample, framing, sample.body()), false, true, "framing");
    }

    private Hostile endless(Sample sample) {
        String target = sample.target() + "/" + "p".repeat(100_000 + random.nextInt(400_000));
        Sample endless = new Sample(sample.method(), target, sample.headers(), sample.body());
        return new Hostile(bytes(endless, "Content-Length: 0", sample.body()), false, true, "endless path");
    }

    private static Sample withBody(Sample sample, byte[] body) {
        return new Sample(sample.method(), sample.target(), sample.headers(), body);
    }

    private byte[] bytes(Sample sample, String framing, byte[] body) {
        return bytes(sample, pick(HOSTS), framing, body);
    }

    private static byte[] bytes(Sample sample, String host, String framing, byte[] body) {
        StringBuilder head =
                new StringBuilder(sample.method() + " " + sample.target() + " HTTP/1.1\r\nHost: " + host + "\r\n");
        sample.headers().forEach(header -> head.append(header).append("\r\n"));
        head.append(framing).append("\r\n\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
