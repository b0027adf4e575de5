package io.encord4j.fake.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.internal.rpc.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts are read strictly by clients, so they come back complete and in one spelling, however they were sent. */
class DataGroupLayoutsTest {

    private final FakeEncordServer server = FakeEncordServer.start();
    private final StorageClient asAda =
            new StorageClient(server, server.defaultWorld().newUser("ada@example.com"));
    private final String box = asAda.folder("box");
    private final String item = asAda.upload(box, "images", "image", "a.png", Samples.png(31, 17));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void settingsInSnakeCaseComeBackInCamelCaseWithWhatIsRequired() {
        Map<?, ?> layout = layoutOf(group(
                "{\"direction\": \"row\", \"first\": {\"type\": \"data_unit\", \"key\": \"left_side\"},"
                        + " \"second\": {\"type\": \"data_unit_list\", \"keys\": [\"b\"], \"carousel_position\": \"top\","
                        + " \"carousel_size\": 30.5}, \"split_percentage\": 20}",
                "{\"tile_settings\": {\"left_side\": {\"is_read_only\": true, \"title\": \"Left\"}, \"b\": {}}}"));

        assertThat(layout.get("layout"))
                .isEqualTo(Map.of(
                        "direction",
                        "row",
                        "first",
                        Map.of("type", "data_unit", "key", "left_side"),
                        "second",
                        Map.of(
                                "type",
                                "data_unit_list",
                                "keys",
                                List.of("b"),
                                "carouselPosition",
                                "top",
                                "carouselSize",
                                30.5),
                        "splitPercentage",
                        20.0));
        assertThat(layout.get("layoutSettings"))
                .isEqualTo(Map.of(
                        "fixedLayout",
                        false,
                        "tileSettings",
                        Map.of(
                                "left_side",
                                Map.of("isReadOnly", true, "title", "Left"),
                                "b",
                                Map.of("isReadOnly", false))));
    }

    @Test
    void whatIsNotSaidOfALayoutIsFilledIn() {
        Map<?, ?> layout = layoutOf(group("{\"type\": \"data_unit_list\", \"keys\": [\"left_side\", \"b\"]}", null));

        assertThat(layout.get("layout"))
                .isEqualTo(Map.of(
                        "type",
                        "data_unit_list",
                        "keys",
                        List.of("left_side", "b"),
                        "carouselPosition",
                        "left",
                        "carouselSize",
                        20.0));
        assertThat(layout.get("layoutSettings")).isEqualTo(Map.of("fixedLayout", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"data_unit\", \"key\": \"b\"}",
                "{\"type\": \"data_unit_list\", \"keys\": [\"nobody\"]}",
                "{\"type\": \"data_unit_list\", \"keys\": \"b\"}",
                "{\"type\": \"data_unit_list\", \"keys\": [\"b\"], \"carouselPosition\": \"middle\"}",
                "{\"type\": \"data_unit_list\", \"keys\": [\"b\"], \"carouselSize\": 9}",
                "{\"type\": \"data_unit_list\", \"keys\": [\"b\"], \"carouselSize\": \"20\"}",
                "{\"direction\": \"row\", \"first\": {\"type\": \"data_unit\", \"key\": \"b\"}}",
                "{\"direction\": \"up\", \"first\": {\"type\": \"data_unit\", \"key\": \"b\"},"
                        + " \"second\": {\"type\": \"data_unit\", \"key\": \"left_side\"}}",
                "{\"direction\": \"row\", \"first\": {\"type\": \"data_unit\", \"key\": \"b\"},"
                        + " \"second\": {\"type\": \"data_unit\", \"key\": \"left_side\"}, \"splitPercentage\": 96}",
                "{\"type\": \"table\"}",
                "{}"
            })
    void refusesALayoutThatNoClientCouldRead(String layout) {
        asAda.refused(400, "POST", "folders/" + box + "/create-group-items", body(layout, null));

        assertThat(asAda.all("folders/" + box + "/items?itemTypes=group", 10, "uuid"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fixedLayout\": \"no\"}",
                "{\"tileSettings\": []}",
                "{\"tileSettings\": {\"b\": {\"isReadOnly\": 1}}}",
                "{\"tileSettings\": {\"b\": {\"title\": 1}}}"
            })
    void refusesSettingsThatNoClientCouldRead(String settings) {
        String layout = "{\"type\": \"data_unit_list\", \"keys\": [\"b\"]}";

        asAda.refused(400, "POST", "folders/" + box + "/create-group-items", body(layout, settings));
    }

    private String group(String layout, String settings) {
        return asAda.send("POST", "folders/" + box + "/create-group-items", body(layout, settings))
                .body()
                .replaceAll("[\\[\\]\"]", "");
    }

    private String body(String layout, String settings) {
        return "[{\"layoutType\": \"custom\", \"layoutContents\": {\"left_side\": \"" + item + "\", \"b\": \"" + item
                + "\"}, \"layout\": " + layout + (settings == null ? "" : ", \"settings\": " + settings) + "}]";
    }

    private Map<?, ?> layoutOf(String group) {
        Map<String, Object> summary =
                asAda.get("folders/" + box + "/items/" + group + "/summary?includeGroupLayout=True");
        return (Map<?, ?>) summary.get("groupLayout");
    }
}
