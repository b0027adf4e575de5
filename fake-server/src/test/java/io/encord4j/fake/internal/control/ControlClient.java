package io.encord4j.fake.internal.control;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.TestClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

/** Control requests as a test in another language would send them. */
public final class ControlClient {

    private final TestClient http;
    private final String url;

    public ControlClient(FakeEncordServer server) {
        this.http = new TestClient(server);
        this.url = server.url();
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/_fake" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request);
    }

    public Map<String, Object> ok(String method, String path, String body) {
        HttpResponse<String> response = send(method, path, body);
        if (response.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + " -> " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? Map.of() : TestClient.object(response);
    }

    public String refusal(String method, String path, String body, int status) {
        HttpResponse<String> response = send(method, path, body);
        if (response.statusCode() != status) {
            throw new AssertionError(method + " " + path + " -> " + response.statusCode() + " " + response.body());
        }
        return String.valueOf(TestClient.object(response).get("message"));
    }
}
