package io.encord4j.fake.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeUser;
import io.encord4j.fake.TestClient;
import io.encord4j.fake.wire.json.FreeFormJson;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls of the storage as somebody, over plain HTTP. */
final class StorageClient {

    private final TestClient http;
    private final FakeUser user;

    StorageClient(FakeEncordServer server, FakeUser user) {
        this.http = new TestClient(server);
        this.user = user;
    }

    HttpResponse<String> send(String method, String path, String body) {
        return http.rest(method, "/v2/public/storage/" + path, body, user);
    }

    Map<String, Object> get(String path) {
        return ok("GET", path, "");
    }

    Map<String, Object> ok(String method, String path, String body) {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isEqualTo(200);
        return answer.body().startsWith("{") ? TestClient.object(answer) : Map.of();
    }

    /** The message of a refusal. */
    String refused(int status, String method, String path, String body) {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isEqualTo(status);
        return (String) TestClient.object(answer).get("message");
    }

    String folder(String name) {
        return (String) ok("POST", "folders", "{\"name\": " + json(name) + "}").get("uuid");
    }

    String folderIn(String parent, String name) {
        return (String) ok("POST", "folders", "{\"name\": " + json(name) + ", \"parent\": \"" + parent + "\"}")
                .get("uuid");
    }

    /** Sends a file as the official client does, and gives its item. */
    String upload(String folder, String list, String itemType, String title, byte[] bytes) {
        Map<?, ?> url = urls(folder, itemType, 1).get(0);
        http.put((String) url.get("signedUrl"), bytes);
        String entry = "{\"objectUrl\": \"x\", \"title\": " + json(title) + ", \"placeholderItemUuid\": \""
                + url.get("itemUuid") + "\"}";
        List<?> made =
                (List<?>) Objects.requireNonNull(run(folder, "{\"dataItems\": {\"" + list + "\": [" + entry + "]}}")
                        .get("itemsWithNames"));
        return (String) Objects.requireNonNull(((Map<?, ?>) made.get(0)).get("itemUuid"));
    }

    /** Starts a job and asks how far it is. */
    Map<String, Object> run(String folder, String body) {
        HttpResponse<String> started = send("POST", "folders/" + folder + "/data-upload-jobs", body);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        return get("folders/" + folder + "/data-upload-jobs/" + text(started) + "?timeoutSeconds=604800");
    }

    List<Map<?, ?>> urls(String folder, String itemType, int count) {
        Object urls = ok(
                        "POST",
                        "folders/" + folder + "/upload-signed-urls",
                        "{\"itemType\": \"" + itemType + "\", \"count\": " + count + "}")
                .get("results");
        List<Map<?, ?>> maps = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(urls)).forEach(each -> maps.add((Map<?, ?>) each));
        return maps;
    }

    void put(Map<?, ?> url, byte[] bytes) {
        assertThat(http.put((String) url.get("signedUrl"), bytes).statusCode()).isEqualTo(200);
    }

    int fetch(String signedUrl) {
        return http.fetch(signedUrl).statusCode();
    }

    /** All pages of a list, by a field of the entries. */
    List<String> all(String path, int pageSize, String field) {
        List<String> found = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String token = null;
        do {
            Map<String, Object> page =
                    get(path + separator + "pageSize=" + pageSize + (token == null ? "" : "&pageToken=" + token));
            ((List<?>) Objects.requireNonNull(page.get("results")))
                    .forEach(entry -> found.add(String.valueOf(((Map<?, ?>) entry).get(field))));
            token = (String) page.get("nextPageToken");
        } while (token != null);
        return found;
    }

    static String text(HttpResponse<String> answer) {
        return answer.body().substring(1, answer.body().length() - 1);
    }

    static String json(@Nullable Object value) {
        return new FreeFormJson().toJson(value);
    }
}
