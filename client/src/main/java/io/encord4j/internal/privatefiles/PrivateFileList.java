package io.encord4j.internal.privatefiles;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import io.encord4j.InvalidPrivateFilesException;
import io.encord4j.PrivateDataOptions;
import io.encord4j.PrivateFiles;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.wire.json.FreeFormJson;
import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;
import okio.Options;
import org.jspecify.annotations.Nullable;

/**
 * A description of private files as it is sent.
 *
 * @param files what the user wrote
 * @param fileName the name of the JSON file; null if it did not come from one
 */
public record PrivateFileList(
        Map<String, @Nullable Object> files, @Nullable String fileName) {
    /**
     * Reads and checks a description.
     *
     * @param source where it comes from
     * @param options whether to check
     * @return the description
     * @throws InvalidPrivateFilesException if it is no JSON object, or breaks a documented rule
     * @throws InvalidFileException if the file cannot be read
     */
    public static PrivateFileList read(PrivateFiles source, PrivateDataOptions options) {
        PrivateFileList list = read(source);
        if (options.checkLocally()) {
            new PrivateFilesCheck(options.tolerateFailures()).check(list.files());
        }
        return list;
    }

    private static final Options BYTE_ORDER_MARK = Options.of(ByteString.decodeHex("EFBBBF"));

    private static PrivateFileList read(PrivateFiles source) {
        if (source instanceof PrivateFiles.JsonFile json) {
            LocalFile file = LocalFile.check(json.file());
            try {
                try (BufferedSource text = Okio.buffer(Okio.source(json.file()))) {
                    check(CodePoints.ofUtf8(text), file.name());
                }
                try (BufferedSource text = Okio.buffer(Okio.source(json.file()))) {
                    return new PrivateFileList(parse(text, file.name()), file.name());
                }
            } catch (IOException e) {
                throw new InvalidFileException(json.file(), Problem.UNREADABLE, e);
            }
        }
        if (source instanceof PrivateFiles.JsonText text) {
            try {
                check(CodePoints.of(text.json()), "The text");
                return new PrivateFileList(parse(new Buffer().writeUtf8(text.json()), "The text"), null);
            } catch (IOException e) {
                throw new IllegalStateException("Memory cannot be read", e);
            }
        }
        return new PrivateFileList(((PrivateFiles.Entries) source).entries(), null);
    }

    private static void check(CodePoints text, String name) throws IOException {
        try {
            StrictJson.check(text);
        } catch (JsonFault fault) {
            throw new InvalidPrivateFilesException(name, fault.place(), fault.remedy(), null);
        }
    }

    private static Map<String, @Nullable Object> parse(BufferedSource text, String name) throws IOException {
        text.select(BYTE_ORDER_MARK);
        JsonReader reader = JsonReader.of(text);
        try {
            Object value = new FreeFormJson().fromJson(reader);
            if (value instanceof Map<?, ?> object && reader.peek() == JsonReader.Token.END_DOCUMENT) {
                Map<String, @Nullable Object> files = new LinkedHashMap<>();
                object.forEach((key, entry) -> files.put(String.valueOf(key), entry));
                return files;
            }
            throw notAnObject(name + " at " + reader.getPath());
        } catch (JsonEncodingException | EOFException | JsonDataException e) {
            // Without the cause, whose text may repeat a URL with a credential.
            throw notAnObject(name + " at " + reader.getPath());
        }
    }

    private static InvalidPrivateFilesException notAnObject(String place) {
        return new InvalidPrivateFilesException(
                place,
                "it is not a single JSON object.",
                "Give JSON such as {\"videos\": [{\"objectUrl\": \"...\"}]}.",
                null);
    }
}
