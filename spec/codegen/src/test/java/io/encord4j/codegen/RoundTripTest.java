package io.encord4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    private static final String ABSENCE =
            "{\"needed\":\"a\",\"neededNumber\":7,\"neededOrNull\":null,\"neededNumberOrNull\":null";
    private static final String CONTAINERS = "{\"texts\":[\"a\"],\"holes\":[null,\"b\"],\"matrix\":[[[1,2],[]],[]],"
            + "\"counts\":{\"z\":9007199254740993,\"a\":-1},\"gaps\":{\"k\":null,\"b\":\"c\"},"
            + "\"colours\":[\"red\",\"ultraviolet\"],\"lists\":{\"l\":[null]},\"scopes\":%s,\"maybe\":null";

    @TempDir
    static Path directory;

    private static FixtureTypes fixture;

    @BeforeAll
    static void compile() throws IOException {
        fixture = FixtureTypes.compile(directory);
    }

    @Test
    void writesNullWhereItIsRequiredAndLeavesOutWhatIsAbsent() throws IOException {
        assertThat(fixture.roundTrip("Absence", ABSENCE + "}")).isEqualTo(ABSENCE + "}");
    }

    @Test
    void readsNullOfAnOptionalFieldAsAbsent() throws IOException {
        String json = ABSENCE + ",\"optional\":null,\"optionalFlag\":null,\"optionalOrNull\":null}";

        assertThat(fixture.roundTrip("Absence", json)).isEqualTo(ABSENCE + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"absentOrNull\":null", ",\"absentOrNull\":\"x\",\"listAbsentOrNull\":[\"y\"]"})
    void tellsAbsentFromNullWhereTheyDiffer(String rest) throws IOException {
        assertThat(fixture.roundTrip("Absence", ABSENCE + rest + "}")).isEqualTo(ABSENCE + rest + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | Required field 'id' is missing at path $[0]",
                "{\"unknown\":{\"a\":[1]}} | Required field 'id' is missing at path $[0]",
                "{\"id\":null} | Expected a string but was NULL at path $[0].id",
                "{\"id\":7} | Expected a string but was NUMBER at path $[0].id",
                "[] | Expected an object but was BEGIN_ARRAY at path $[0]",
                "null | Expected an object but was NULL at path $[0]",
                "{\"id\":\"secret\"} | Expected a UUID of 36 characters but got 6 characters that are none at path $[0].id",
            })
    void namesTheFieldAndThePathOfWhatIsMissingOrWrong(String element, String message) {
        JsonAdapter<Object> adapter = fixture.adapter(List.class, fixture.model("Base"));

        assertThatThrownBy(() -> adapter.fromJson("[" + element + "]"))
                .isInstanceOf(JsonDataException.class)
                .hasMessage(message);
    }

    @Test
    void namesMissingPrimitivesAndNullables() {
        assertThatThrownBy(() -> fixture.read("Absence", "{\"needed\":\"a\"}"))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("Required field 'neededNumber' is missing at path $");
        assertThatThrownBy(() -> fixture.read("Absence", "{\"needed\":\"a\",\"neededNumber\":1}"))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("Required field 'neededOrNull' is missing at path $");
    }

    @Test
    void skipsUnknownFields() throws IOException {
        assertThat(fixture.roundTrip("Tree", "{\"new\":{\"a\":[null,1.5]},\"name\":\"n\",\"newer\":null}"))
                .isEqualTo("{\"name\":\"n\"}");
    }

    @Test
    void writesConstantsAndRefusesOtherValuesOfThem() throws IOException {
        String rest =
                "\"id\":\"0191c2a4-0000-7000-8000-00000000ffff\",\"colour\":\"darkGreen\",\"level\":-5,\"labels\":[]}";

        assertThat(fixture.roundTrip("Composed", "{" + rest))
                .isEqualTo("{\"kind\":\"COMPOSED\",\"version\":2,\"strict\":true," + rest);
        assertThat(fixture.roundTrip("Tagged", "{}"))
                .isEqualTo("{\"type\":\"with \\\"quotes\\\"\",\"big\":9007199254740993}");
        assertThatThrownBy(() -> fixture.read("Composed", "{\"kind\":\"OTHER\"," + rest))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("Expected COMPOSED at path $.kind");
        assertThatThrownBy(() -> fixture.read("Composed", "{\"version\":3," + rest))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("Expected 2 at path $.version");
    }

    @Test
    void keepsUnknownValuesOfOpenEnumerationsAndSharesTheKnownOnes() throws IOException {
        List<?> colours =
                (List<?>) FixtureTypes.get(fixture.read("Containers", CONTAINERS.formatted("[]") + "}"), "colours");
        List<?> known = (List<?>) FixtureTypes.call(null, fixture.model("Colour"), "known");

        assertThat(colours.get(0)).isSameAs(known.get(0));
        assertThat(colours.get(1)).hasToString("ultraviolet");
        assertThat(FixtureTypes.get(colours.get(0), "isKnown")).isEqualTo(true);
        assertThat(FixtureTypes.get(colours.get(1), "isKnown")).isEqualTo(false);
        assertThat(FixtureTypes.call(null, fixture.model("Level"), "of", 99)).hasToString("99");
        assertThat(FixtureTypes.call(null, fixture.model("Level"), "of", 1))
                .isSameAs(((List<?>) FixtureTypes.call(null, fixture.model("Level"), "known")).get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"red\"]",
                "\"[]\"",
                "1.5",
                "true",
                "{\"id\":\"0191c2a4-0000-7000-8000-00000000ffff\"}",
            })
    void tellsAlternativesByTheirToken(String scopes) throws IOException {
        String json = CONTAINERS.formatted(scopes) + ",\"anything\":[null,1,{\"a\":[]}],\"objects\":[{\"b\":null}]}";

        assertThat(fixture.roundTrip("Containers", json)).isEqualTo(json);
    }

    @Test
    void refusesATokenThatIsNoAlternative() {
        assertThatThrownBy(
                        () -> fixture.adapter(fixture.model("NullableScopes")).fromJson("3"))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("Expected a string or an object but was NUMBER at path $");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metadata\":{},\"anything\":null}",
                "{\"metadata\":{\"b\":1,\"a\":1.0,\"c\":9007199254740993,\"d\":12345678901234567890123,\"e\":[null,true,\"\"]},"
                        + "\"anything\":{\"x\":null}}",
                "{\"metadata\":{},\"anything\":1.10,\"more\":null}",
                "{\"metadata\":{},\"anything\":-9223372036854775808,\"more\":{\"a\":9223372036854775808}}",
            })
    void passesFreeFormJsonVerbatim(String json) throws IOException {
        assertThat(fixture.roundTrip("FreeForm", json)).isEqualTo(json);
    }

    @Test
    void readsFreeFormNumbersExactly() throws IOException {
        Object value = fixture.read(
                "FreeForm",
                "{\"metadata\":{\"i\":1,\"l\":9223372036854775807,\"b\":9223372036854775808,\"d\":0.1,\"e\":1e3},\"anything\":0}");

        assertThat(FixtureTypes.get(value, "metadata"))
                .isEqualTo(Map.of(
                        "i", 1L,
                        "l", Long.MAX_VALUE,
                        "b", new BigInteger("9223372036854775808"),
                        "d", new BigDecimal("0.1"),
                        "e", new BigDecimal("1e3")));
    }

    @Test
    void refusesNumbersOfAbsurdLength() {
        assertThatThrownBy(() ->
                        fixture.read("FreeForm", "{\"metadata\":{\"n\":" + "9".repeat(1_001) + "},\"anything\":0}"))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("A number has more than 1000 characters at path $.metadata.n");
    }

    @Test
    void readsIntegersBeyondDoublePrecisionAndBytes() throws IOException {
        String json = "{\"small\":-2147483648,\"large\":9007199254740993,\"real\":1.5,"
                + "\"largeOrAbsent\":-9223372036854775808,\"bytes\":\"AP8=\"}";

        assertThat(fixture.roundTrip("Numbers", json)).isEqualTo(json);
        assertThatThrownBy(() -> fixture.read("Numbers", json.replace("\"AP8=\"", "\"?\"")))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("Expected base64 at path $.bytes");
        assertThatThrownBy(() -> fixture.read("Numbers", json.replace("-2147483648", "2147483648")))
                .isInstanceOf(JsonDataException.class);
    }

    @Test
    void writesEachDateInItsOwnFormat() throws IOException {
        String json = "{\"offset\":\"2030-01-01T00:00:00+00:00\",\"local\":\"2024-02-29T23:59:59.000001\","
                + "\"seconds\":\"1969-12-31 23:59:59\"}";

        assertThat(fixture.roundTrip("Dates", json)).isEqualTo(json);
        assertThat(FixtureTypes.get(fixture.read("Dates", json), "local"))
                .isEqualTo(Instant.parse("2024-02-29T23:59:59.000001Z"));
    }

    @Test
    void keepsNamesThatJavaCannotHave() throws IOException {
        String json =
                "{\"class\":\"a\",\"snake_case_name\":\"b\",\"kebab-name\":\"c\",\"1st\":\"d\",\"toString\":\"e\","
                        + "\"reader\":\"f\",\"writer\":\"g\",\"value\":\"h\",\"builder\":\"i\",\"build\":\"j\"}";

        assertThat(fixture.roundTrip("Names", json)).isEqualTo(json);
    }

    @Test
    void writesTheValuesOfACallWithTheirNulls() throws IOException {
        JsonAdapter<Object> adapter = fixture.adapter(fixture.type("json.RpcValues"), String.class, Void.class);
        String json = "{\"uid\":null,\"payload\":null}";

        assertThat(adapter.toJson(adapter.fromJson("{\"uid\":null}"))).isEqualTo(json);
        assertThat(adapter.toJson(adapter.fromJson("{\"payload\":{\"ignored\":1},\"uid\":\"u\"}")))
                .isEqualTo("{\"uid\":\"u\",\"payload\":null}");
    }

    @Test
    void readsListsAndMapsThatNobodyCanChange() throws IOException {
        List<?> texts = (List<?>) fixture.adapter(List.class, String.class).fromJson("[\"a\"]");
        Map<?, ?> object = (Map<?, ?>)
                fixture.adapter(Map.class, String.class, Object.class).fromJson("{\"a\":{\"b\":1}}");

        assertThatThrownBy(texts::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(object::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(((Map<?, ?>) object.get("a"))::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> fixture.adapter(List.class, String.class).fromJson("[null]"))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("Expected a string but was NULL at path $[0]");
    }

    @Test
    void copiesWhatItIsGiven() {
        List<Object> children = new ArrayList<>(List.of(fixture.make("Tree", "leaf", null)));
        Object tree = fixture.make("Tree", "root", children);
        Map<String, Object> inner = new LinkedHashMap<>(Map.of("k", 1L));
        Object freeForm = fixture.make(
                "FreeForm",
                Map.of("in", inner),
                Arrays.asList(1L, null),
                FixtureTypes.call(null, fixture.type("json.Omissible"), "absent"));

        children.clear();
        inner.clear();

        assertThat((List<?>) FixtureTypes.get(tree, "children")).hasSize(1);
        assertThat(FixtureTypes.get(freeForm, "metadata")).isEqualTo(Map.of("in", Map.of("k", 1L)));
        assertThatThrownBy(() -> fixture.make("Secrets", null, "key", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("title");
    }

    @Test
    void doesNotPrintSecrets() {
        assertThat(fixture.make("Secrets", "t", "canary-key", "https://canary"))
                .hasToString("WireSecrets[title=t, apiKey=██, signedUrl=██]");
    }

    @Test
    void buildsRecordsWithManyOptionalComponents() {
        Object builder = FixtureTypes.call(null, fixture.model("Absence"), "builder");

        assertThatThrownBy(() -> FixtureTypes.get(builder, "build"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("WireAbsence needs needed, which was not set");

        FixtureTypes.get(FixtureTypes.get(builder, "needed", "a"), "neededNumber", 7);
        assertThat(fixture.adapter(fixture.model("Absence")).toJson(FixtureTypes.get(builder, "build")))
                .isEqualTo(ABSENCE + "}");
    }
}
