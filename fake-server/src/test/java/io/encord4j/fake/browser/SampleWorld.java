package io.encord4j.fake.browser;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeWorld;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A world with something of everything. */
final class SampleWorld {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final String USER = "ada@example.com";
    static final String DATASET = "11111111-2222-4333-8444-555555555555";
    static final String FOLDER = "00000000-0000-4000-8000-0000000000f1";
    /** Text that would do something, were it taken for anything else. */
    static final String HOSTILE = "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'>";

    /** A page that would do something, were it let. */
    static final String HOSTILE_PAGE =
            "<title>innocent</title><script>document.title = 'ran'; fetch('/_fake/worlds/films/reset', {method: 'POST'})</script>";

    private static final String VIDEO = "66666666-7777-4888-8999-000000000000";
    private static final String MEMBER = "00000000-0000-4000-8000-0000000000e1";

    private SampleWorld() {}

    static void fill(FakeWorld world) {
        world.freezeAt(START);
        world.seed("""
                {"users": [{"email": "%1$s"}],
                 "folders": [
                   {"uuid": "%4$s", "name": "Deliveries %6$s", "owner": "%1$s", "items": [
                     {"uuid": "%5$s", "name": "dock.png", "type": "IMAGE", "files": [{"generate": {"width": 320, "height": 200}}]},
                     {"name": "street.mp4", "type": "VIDEO", "files": [%7$s]}]},
                   {"name": "January", "owner": "%1$s", "parent": "%4$s"}],
                 "datasets": [
                   {"hash": "%2$s", "title": "Highway cameras", "owner": "%1$s", "rows": [%8$s]},
                   {"title": "%6$s", "owner": "%1$s"}],
                 "tasks": [{"id": 3, "dataset": "%2$s", "videos": ["%3$s"], "ends": "AFTER_DURATION", "duration": "PT1H"}]}
                """.formatted(USER, DATASET, VIDEO, FOLDER, MEMBER, HOSTILE, film(), rows()));
    }

    /** The titles of the rows, one for each kind of data. */
    static List<String> titles() {
        return Arrays.stream(FakeDataType.values()).map(SampleWorld::title).toList();
    }

    private static String title(FakeDataType type) {
        return "A row of kind " + type;
    }

    private static String rows() {
        String each = Arrays.stream(FakeDataType.values()).map(SampleWorld::row).collect(Collectors.joining(",\n"));
        return each + """
                  ,{"title": "%s", "type": "PLAIN_TEXT", "files": [{"base64": "%s", "contentType": "text/html"}]},
                   {"title": "In a bucket", "type": "IMAGE",
                    "files": [{"link": "https://bucket.s3.eu-west-2.amazonaws.com/a.png", "location": "AWS"}]}
                  """.formatted(HOSTILE, base64(HOSTILE_PAGE.getBytes(StandardCharsets.UTF_8)));
    }

    private static String row(FakeDataType type) {
        String start = "{\"title\": \"" + title(type) + "\", \"type\": \"" + type + "\", ";
        return start
                + switch (type) {
                    case VIDEO -> "\"hash\": \"" + VIDEO + "\", \"files\": [" + film() + "]}";
                    case IMAGE -> "\"files\": [{\"generate\": {\"width\": 640, \"height\": 480}}]}";
                    case IMG_GROUP ->
                        "\"files\": [{\"title\": \"1.png\", \"generate\": {}},"
                                + " {\"title\": \"2.png\", \"generate\": {}}, {\"title\": \"3.png\", \"generate\": {}}]}";
                    case AUDIO ->
                        "\"files\": [{\"base64\": \"" + media("tone.m4a")
                                + "\", \"contentType\": \"audio/mp4\", \"mimeType\": \"audio/mp4\"}]}";
                    case GROUP -> "\"group\": {\"members\": {\"left\": \"" + MEMBER + "\"}}}";
                    case DICOM, DICOM_STUDY, NIFTI, PLAIN_TEXT, PDF, SCENE ->
                        "\"files\": [{\"base64\": \"" + base64(title(type).getBytes(StandardCharsets.UTF_8)) + "\"}]}";
                };
    }

    private static String film() {
        return "{\"base64\": \"" + media("vp8.webm")
                + "\", \"contentType\": \"video/webm\", \"mimeType\": \"video/webm\"}";
    }

    private static String media(String sample) {
        try (InputStream in = SampleWorld.class.getResourceAsStream("/media/" + sample)) {
            return base64(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
