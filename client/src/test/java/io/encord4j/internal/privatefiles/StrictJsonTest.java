package io.encord4j.internal.privatefiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.InvalidPrivateFilesException;
import io.encord4j.PrivateDataOptions;
import io.encord4j.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are nearly JSON are refused by what is wrong with them, and where. */
class StrictJsonTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"videos\": [] // none        | line 1, column 15: a comment stands here",
                "# a list\\n{}                  | line 1, column 1: a comment stands here",
                "{\\n  \"videos\": [\\n    1,\\n  ]} | line 3, column 6: a comma stands before ']'",
                "{\"a\": 1,}                    | line 1, column 8: a comma stands before '}'",
                "{\"a\": NaN}                   | line 1, column 7: NaN",
                "{\"a\": -Infinity}             | line 1, column 8: Infinity",
                "{'a': 1}                       | line 1, column 2: a text is in single quotes",
                "{\"a\": None}                  | line 1, column 7: NaN or None stands here; JSON has null",
                "{\"a\": True}                  | line 1, column 7: True or False",
                "{a: 1}                         | line 1, column 2: 'a' stands where a key in double quotes should be",
                "{\"a\" 1}                      | line 1, column 6: '1' stands where a colon",
                "{\"a\": 1 \"b\": 2}            | line 1, column 9: '\"' stands where a comma or '}' should be",
                "{\"a\": 01}                    | line 1, column 8: a number is written as JSON does not",
                "{\"a\": .5}                    | line 1, column 7: '.' stands where a value should be",
                "{\"a\": 5.}                    | line 1, column 9: a number is written",
                "{\"a\": 0x1F}                  | line 1, column 8: a number is written",
                "{\"a\": \"x\\ny\"}             | line 2, column 1: the control character U+000A",
                "{\"a\": \"C:\\\\data\"}        | line 1, column 11: a backslash escapes nothing",
                "{\"a\": \"\\\\ud83d\"}         | line 1, column 14: half of a surrogate pair",
                "{\"a\": \"\\\\ude00\"}         | line 1, column 13: half of a surrogate pair",
                "{\"a\": [1                     | line 1, column 9: it ends before the array that began at line 1, column 7",
                "{\"a\": \"b                    | line 1, column 9: it ends within a text",
                "{} {}                          | line 1, column 4: '{' stands where the end should be",
                "[1]                            | line 1, column 1: it is an array, not an object",
                "7                              | line 1, column 1: '7' stands where an object should be",
                "``                             | line 1, column 1: it is empty",
            })
    void tellsWhatIsWrongAndWhere(String text, String problem) {
        String json = text == null ? "" : text.replace("\\n", "\n").replace("\\\\", "\\");

        assertThatExceptionOfType(InvalidPrivateFilesException.class)
                .isThrownBy(() -> read(new PrivateFiles.JsonText(json)))
                .withMessageContaining(problem);
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedAtItsPlace() throws IOException {
        Path file = write("{\"videos\":\n [{\"objectUrl\": \"s3://b/ü\"}]}".getBytes(ISO_8859_1));

        assertThatExceptionOfType(InvalidPrivateFilesException.class)
                .isThrownBy(() -> read(new PrivateFiles.JsonFile(file)))
                .withMessageContaining("files.json: line 2, column 25: it is not UTF-8: the byte 0xFC")
                .withMessageNotContaining("s3://");
    }

    @Test
    void aFileOfAnotherEncodingIsNamed() throws IOException {
        for (byte[] bytes :
                new byte[][] {"{}".getBytes(UTF_16LE), "{}".getBytes(UTF_16BE), "\uFEFF{}".getBytes(UTF_16BE)}) {
            Path file = write(bytes);

            assertThatExceptionOfType(InvalidPrivateFilesException.class)
                    .isThrownBy(() -> read(new PrivateFiles.JsonFile(file)))
                    .withMessageContaining("UTF-16")
                    .withMessageContaining("Save it as UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c080", "e08080", "eda080", "f0808080", "f4908080", "80", "e4bd"})
    void bytesThatOnlyLookLikeUtf8AreRefused(String hex) throws IOException {
        Buffer bytes = new Buffer()
                .writeUtf8("{\"a\": \"")
                .write(okio.ByteString.decodeHex(hex))
                .writeUtf8("\"}");
        Path file = write(bytes.readByteArray());

        assertThatExceptionOfType(InvalidPrivateFilesException.class)
                .isThrownBy(() -> read(new PrivateFiles.JsonFile(file)))
                .withMessageContaining("not UTF-8");
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        String json = "\uFEFF{\"videos\": []}";

        assertThat(read(new PrivateFiles.JsonText(json)).files()).containsKey("videos");
        assertThat(read(new PrivateFiles.JsonFile(write(json.getBytes(UTF_8)))).files())
                .containsKey("videos");
    }

    @Test
    void halfACharacterOfATextIsRefused() {
        assertThatExceptionOfType(InvalidPrivateFilesException.class)
                .isThrownBy(() -> read(new PrivateFiles.JsonText("{\"a\": \"\uD83D\"}")))
                .withMessageContaining("half of a surrogate pair");
    }

    @Test
    void whatIsJsonArrivesAsItIs() throws IOException {
        String json = "{\"videos\": [{\"objectUrl\": \"s3://b/\\ud83d\\ude00 日本\", \"clientMetadata\": {\"zero\": -0.0,"
                + " \"big\": 9007199254740993, \"bigger\": 123456789012345678901234567890, \"exact\": 0.1000000000000000055511,"
                + " \"small\": 1E-7, \"none\": null, \"yes\": true, \"text\": \"\\t\\\"\\/\"}}]}";

        PrivateFileList list = PrivateFileList.read(
                new PrivateFiles.JsonFile(write(json.getBytes(UTF_8))),
                PrivateDataOptions.builder().checkLocally(false).build());

        assertThat(new io.encord4j.wire.json.FreeFormJson().toJson(list.files()))
                .contains("\"zero\":-0.0", "\"big\":9007199254740993", "\"bigger\":123456789012345678901234567890")
                .contains("\"exact\":0.1000000000000000055511", "\"small\":1E-7", "😀 日本");
    }

    @Test
    void whiteSpaceOfAnyScriptInAUrlIsRefused() {
        for (String space : new String[] {" ", "\t", "\u00A0", "\u2003", "\u3000", "\u202F"}) {
            assertThatExceptionOfType(InvalidPrivateFilesException.class)
                    .isThrownBy(() -> read(new PrivateFiles.Entries(
                            Map.of("videos", java.util.List.of(Map.of("objectUrl", "s3://b/a" + space + "b"))))))
                    .withMessageContaining("white space");
        }
    }

    private static PrivateFileList read(PrivateFiles files) {
        return PrivateFileList.read(files, PrivateDataOptions.ofDefaults());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("files.json"), bytes);
    }
}
