package io.encord4j.fake.internal.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import io.encord4j.fake.internal.platform.Access;
import io.encord4j.fake.internal.platform.Actor;
import io.encord4j.fake.internal.platform.OpenDataset;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.User;
import io.encord4j.fake.internal.storage.ObjectUrls;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import okio.Buffer;
import okio.ByteString;

/**
 * A call as the handlers of this package see it.
 *
 * @param world the world of the caller
 * @param path the path as it was sent
 * @param pathValues the values in the path
 */
record RestCall(
        World world,
        User user,
        String path,
        Map<String, String> pathValues,
        QueryParameters query,
        ByteString body,
        ObjectUrls links,
        Consumer<String> remarks) {

    String datasetHash() {
        return Objects.requireNonNull(pathValues.get("datasetHash"));
    }

    /** The dataset in the path, if the caller may read it. */
    Dataset dataset() {
        return Access.dataset(world.observe(), new Actor.Person(user), datasetHash());
    }

    OpenDataset administer(Transaction tx) {
        return Access.administer(tx, new Actor.Person(user), datasetHash());
    }

    UUID folder() {
        return uuid("folderUuid");
    }

    UUID item() {
        return uuid("itemUuid");
    }

    UUID job() {
        return uuid("jobUuid");
    }

    private UUID uuid(String name) {
        return QueryParameters.uuid(name, Objects.requireNonNull(pathValues.get(name)));
    }

    /** Reads the body, which must be one JSON value of the right form. */
    <T> T payload(JsonAdapter<T> adapter) {
        try (JsonReader reader = JsonReader.of(new Buffer().write(body))) {
            T payload = adapter.fromJson(reader);
            if (payload == null || reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw invalid("it must be one JSON value of the right form");
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
        return RefusedException.invalid("The body cannot be read: " + problem + ".");
    }
}
