package io.encord4j.conformance.recording;

import io.encord4j.conformance.contract.Exchange;
import io.encord4j.conformance.contract.Exchange.Body;
import io.encord4j.conformance.contract.Exchange.Header;
import io.encord4j.conformance.recording.Recorder.Recorded;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests by the JDK's client, written out by hand: what an old SDK sends, and what no SDK would send. Each is recorded. */
public final class RawClient {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI url;
    private final Recorder recorder;
    private final Clock clock;

    /** A client of one server. */
    public RawClient(URI url, Recorder recorder, Clock clock) {
        this.url = url;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** An RPC call with an API key, as the SDK of 2022 makes it. */
    public Answer rpcByKey(String apiKey, String resourceId, String body, boolean honest) {
        return send("POST", "/public", Map.of("Authorization", apiKey, "ResourceID", resourceId), body, honest);
    }

    /** An RPC call on the user endpoint, signed. */
    public Answer userRpc(SshKey key, String body, boolean honest) {
        return send("POST", "/public/user", Map.of("Authorization", key.rpcAuthorization(body)), body, honest);
    }

    /** An RPC call on the resource endpoint, signed, as the SDK of 2026 makes it. */
    public Answer rpc(SshKey key, String resourceId, String body, boolean honest) {
        return send(
                "POST",
                "/public",
                Map.of(
                        "Authorization",
                        key.rpcAuthorization(body),
                        "ResourceID",
                        resourceId,
                        "ResourceType",
                        "dataset"),
                body,
                honest);
    }

    /** A signed REST call. */
    public Answer rest(SshKey key, String method, String target, String body, boolean honest) {
        long created = clock.instant().getEpochSecond() - 30;
        return send(
                method,
                target,
                Map.of(
                        "Content-Digest",
                        SshKey.contentDigest(body),
                        "Signature-Input",
                        key.signatureInput(created),
                        "Signature",
                        key.signature(method, target, body, created)),
                body,
                honest);
    }

    /** Bytes to a signed URL. */
    public Answer put(String signedUrl, String contentType, byte[] bytes) {
        HttpRequest request = to(signedUrl)
                .PUT(BodyPublishers.ofByteArray(bytes))
                .setHeader("Content-Type", contentType)
                .build();
        return recorded(request, new Body.Bulk(bytes.length), true);
    }

    /** The bytes behind a signed URL, or with a {@code Range} some of them. */
    public Answer get(String signedUrl, Map<String, String> headers) {
        HttpRequest.Builder builder = to(signedUrl).GET();
        headers.forEach(builder::setHeader);
        return recorded(builder.build(), Body.NONE, true);
    }

    /** Any request; a body that is not empty is JSON, unless the headers say something else. */
    public Answer send(String method, String target, Map<String, String> headers, String body, boolean honest) {
        HttpRequest.Builder builder = to(target);
        headers.forEach(builder::setHeader);
        builder.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        boolean typed = headers.keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
        if (!body.isEmpty() && !typed) {
            builder.setHeader("Content-Type", "application/json");
        }
        return recorded(builder.build(), new Body.Bytes(body), honest);
    }

    private HttpRequest.Builder to(String target) {
        return HttpRequest.newBuilder(url.resolve(target)).timeout(Duration.ofSeconds(30));
    }

    private Answer recorded(HttpRequest request, Body body, boolean honest) {
        HttpResponse<String> response = exchange(request);
        URI uri = request.uri();
        recorder.add(new Recorded(
                new Exchange(
                        request.method(),
                        uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()),
                        headers(request.headers().map()),
                        body,
                        response.statusCode(),
                        headers(response.headers().map()),
                        received(response)),
                honest));
        return new Answer(response.statusCode(), response.body());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri().getPath() + " got no answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer.", e);
        }
    }

    private static Body received(HttpResponse<String> response) {
        boolean json = response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        return json
                ? new Body.Bytes(response.body())
                : new Body.Bulk(response.body().length());
    }

    private static List<Header> headers(Map<String, List<String>> map) {
        List<Header> list = new ArrayList<>();
        map.forEach((name, values) -> values.stream()
                .filter(value -> !name.startsWith(":"))
                .forEach(value -> list.add(new Header(name.toLowerCase(Locale.ROOT), value))));
        return list;
    }

    /** Status and body of an answer. */
    public record Answer(int status, String body) {}
}
