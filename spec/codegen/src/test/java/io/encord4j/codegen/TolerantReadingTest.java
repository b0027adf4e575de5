package io.encord4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import okio.Buffer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only answers hold is read as far as it can be read. */
class TolerantReadingTest {
    @TempDir
    static Path directory;

    private static FixtureTypes fixture;

    private final List<String> told = new ArrayList<>();
    private Object oddValues;

    @BeforeAll
    static void compile() throws IOException {
        fixture = FixtureTypes.compile(directory);
    }

    @BeforeEach
    void listen() {
        Consumer<String> listener = told::add;
        oddValues = FixtureTypes.construct(fixture.type("json.OddValues"), listener);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | 7 | 7",
                "title | true | true",
                "width | \"640\" | 640",
                "width | 640.0 | 640",
                "width | 640.5 | 641",
                "width | 6.4e2 | 640",
                "fileSize | \"9007199254740993.0\" | 9007199254740992",
                "fileSize | 5000000000 | 5000000000",
                "file_size | 17 | 17",
                "ratio | \" 1.5 \" | 1.5",
                "done | 1 | true",
                "done | 0 | false",
                "done | \"False\" | false",
                "madeAt | \"2026-03-12T10:00Z\" | 2026-03-12T10:00:00Z",
                "level | \"99\" | 99",
                "words | [1,null,\"b\",{}] | [1, b]",
                "levels | [\"1\",null,\"x\"] | [1, null, null]",
                "marks | {\"a\":\"1\",\"b\":[]} | {a=1}",
                "ownerUuid | \"0191c2a4-0000-7000-8000-00000000ffff\" | 0191c2a4-0000-7000-8000-00000000ffff",
            })
    void readsOtherSpellingsAndForms(String field, String json, String expected) throws IOException {
        Object answer = read("{\"answerHash\":\"h\",\"" + field + "\":" + json + "}");

        assertThat(FixtureTypes.get(answer, WireNames.variable(field))).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | {} | is an object instead of a string",
                "width | 5000000000 | is beyond 32 bits",
                "width | 5e9 | is beyond 32 bits",
                "fileSize | 1e30 | is beyond 64 bits",
                "ratio | \"NaN\" | is a string instead of a number",
                "done | \"maybe\" | is a string instead of a boolean",
                "made_at | \"yesterday\" | is not a date and time",
                "owner_uuid | \"none\" | is not a UUID",
                "either | \"?\" | is not base64",
                "colour | [] | is a list instead of a string",
                "scopes | 3 | is a number instead of one of the alternatives",
                "tree | \"\" | is a string instead of an object",
                "meta | [1] | is a list instead of an object",
                "later | [] | is a list instead of a string",
            })
    void readsWhatItCannotReadAsNullAndTellsOnce(String field, String json, String problem) throws IOException {
        Object first = read("{\"answer_hash\":\"h\",\"" + field + "\":" + json + "}");
        read("{\"answer_hash\":\"h\",\"" + field + "\":" + json + "}");

        Object value = FixtureTypes.get(first, WireNames.variable(field));
        assertThat(field.equals("later") ? FixtureTypes.get(value, "value") : value)
                .isNull();
        assertThat(told)
                .filteredOn(text -> text.contains("$." + field + " "))
                .containsExactly("The field $." + field + " of an answer " + problem + ". This is told once.");
    }

    @Test
    void tellsOfNullWhereAValueIsRequired() throws IOException {
        read("{\"answer_hash\":\"h\",\"title\":null}");

        assertThat(told)
                .contains(
                        "The field $.title of an answer is null or missing, but required. This is told once.",
                        "The field $.width of an answer is null or missing, but required. This is told once.")
                .noneMatch(text -> text.contains("owner_uuid"));
    }

    @Test
    void namesAFieldOfAListOnce() throws IOException {
        JsonAdapter<Object> list = fixture.adapter(List.class, fixture.model("Answer"));

        assertThat(list.fromJson(reader("[{\"answer_hash\":\"a\",\"width\":[]},{\"answer_hash\":\"b\",\"width\":[]}]")))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(told)
                .filteredOn(text -> text.contains("width"))
                .containsExactly("The field $[*].width of an answer is a list instead of a number. This is told once.");
    }

    @Test
    void takesAnEmptyTextForANullUuid() throws IOException {
        assertThat(FixtureTypes.get(read("{\"answer_hash\":\"h\",\"owner_uuid\":\"\"}"), "ownerUuid"))
                .isNull();
        assertThat(told).noneMatch(text -> text.contains("owner_uuid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"answer_hash\":null}", "{\"answer_hash\":[]}"})
    void demandsWhatIdentifies(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(JsonDataException.class)
                .hasMessageContaining("answer_hash");
    }

    @Test
    void readsInSilenceWhenNobodyListens() throws IOException {
        Object answer = fixture.read("Answer", "{\"answer_hash\":\"h\",\"width\":\"x\"}");

        assertThat(FixtureTypes.get(answer, "width")).isNull();
    }

    @Test
    void usesDefaultsForWhatIsAbsentInARequest() throws IOException {
        assertThat(fixture.roundTrip("Defaults", "{\"flag\":false,\"texts\":null}"))
                .isEqualTo("{\"texts\":[],\"flag\":false,\"count\":7,\"word\":\"a \\\"word\\\"\",\"nothing\":null}");
        assertThatThrownBy(() -> fixture.read("Defaults", "{\"count\":\"7\"}")).isInstanceOf(JsonDataException.class);
    }

    private Object read(String json) throws IOException {
        return fixture.adapter(fixture.model("Answer")).fromJson(reader(json));
    }

    private JsonReader reader(String json) {
        return (JsonReader) FixtureTypes.get(oddValues, "attachTo", JsonReader.of(new Buffer().writeUtf8(json)));
    }
}
