package io.encord4j.fake.internal.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.Refusal;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.User;
import io.encord4j.fake.internal.storage.ObjectUrls;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import okio.ByteString;

/**
 * A call as the handlers of this package see it.
 *
 * @param world the world of the caller
 * @param pathValues the values in the path
 */
record RestCall(
        World world,
        User user,
        Map<String, String> pathValues,
        QueryParameters query,
        ByteString body,
        ObjectUrls links) {

    String datasetHash() {
        return Objects.requireNonNull(pathValues.get("datasetHash"));
    }

    /** Reads the body, which must be one JSON value of the right form. */
    <T> T payload(JsonAdapter<T> adapter) {
        try (JsonReader reader = JsonReader.of(new Buffer().write(body))) {
            T payload = adapter.fromJson(reader);
            if (payload == null || reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw invalid("it must be one JSON object");
            }
            return payload;
        } catch (JsonDataException | JsonEncodingException e) {
            throw invalid(Objects.requireNonNullElse(e.getMessage(), "it is not JSON"));
        } catch (EOFException e) {
            throw invalid("it ends too early");
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory cannot fail.", e);
        }
    }

    private static RuntimeException invalid(String problem) {
        return new Refusal(RefusalKind.INVALID_ARGUMENTS, "The body cannot be read: " + problem + ".").thrown();
    }
}
