package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Types;
import io.encord4j.fake.Choices;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.Access;
import io.encord4j.fake.internal.platform.Actor;
import io.encord4j.fake.internal.platform.OpenDataset;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.User;
import io.encord4j.fake.internal.storage.ObjectUrls;
import io.encord4j.fake.wire.json.WireAdapters;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.function.Consumer;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A call as the handlers of this package see it.
 *
 * @param world the world of the caller
 * @param datasetHash the dataset that the call is about; empty on the user endpoint
 */
record RpcCall(
        World world, Actor actor, String datasetHash, Envelope envelope, ObjectUrls links, Consumer<String> remarks) {

    private static final ByteString NULL = ByteString.encodeUtf8("null");
    private static final JsonAdapter<Map<String, @Nullable Object>> FREE_FORM =
            WireAdapters.moshi().adapter(Types.newParameterizedType(Map.class, String.class, Object.class));

    /** The caller of the user endpoint, where API keys are refused before anything else. */
    User user() {
        return person().user();
    }

    Actor.Person person() {
        if (actor instanceof Actor.Person person) {
            return person;
        }
        throw RefusedException.of(RefusalKind.NOT_AUTHENTICATED, "API keys do not work on the user endpoint.");
    }

    /** The dataset that the call is about, if the caller may read it. */
    Dataset dataset() {
        return Access.dataset(world.observe(), actor, datasetHash);
    }

    /** The dataset that the call is about, if the caller may change it. */
    OpenDataset open(Transaction tx) {
        return Access.open(tx, actor, datasetHash);
    }

    OpenDataset administer(Transaction tx) {
        return Access.administer(tx, actor, datasetHash);
    }

    Choices choices() {
        return world.observe().choices();
    }

    <T> T uid(JsonAdapter<T> adapter) {
        return required("uid", envelope.uid(), adapter);
    }

    <T> T payload(JsonAdapter<T> adapter) {
        return required("payload", envelope.payload(), adapter);
    }

    /** Reads a payload that older clients leave out. */
    <T> @Nullable T payloadIfAny(JsonAdapter<T> adapter) {
        return envelope.payload().equals(NULL) ? null : payload(adapter);
    }

    /** Looks at single fields of the payload; it has none if it is null. */
    PayloadFields payloadFields() {
        if (envelope.payload().equals(NULL)) {
            return new PayloadFields(Map.of());
        }
        return new PayloadFields(payload(FREE_FORM));
    }

    /** Checks that a {@code uid} which names the dataset names the one that the call is about. */
    void demandDatasetUid(JsonAdapter<String> adapter) {
        if (!uid(adapter).equals(datasetHash)) {
            throw RefusedException.notFound(
                    "The uid must name dataset " + datasetHash + ", which the header ResourceID names.");
        }
    }

    private static <T> T required(String name, ByteString json, JsonAdapter<T> adapter) {
        if (json.equals(NULL)) {
            throw invalid(name, "it must not be null");
        }
        try {
            T value = adapter.fromJson(JsonReader.of(new Buffer().write(json)));
            if (value == null) {
                throw invalid(name, "it must not be null");
            }
            return value;
        } catch (JsonDataException e) {
            if (e.getCause() instanceof DateTimeException) {
                throw RefusedException.of(
                        RefusalKind.INVALID_DATE, "The " + name + " cannot be read: " + e.getMessage() + ".");
            }
            throw invalid(name, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw invalid(name, String.valueOf(e.getMessage()));
        }
    }

    private static RefusedException invalid(String name, String problem) {
        return RefusedException.invalid("The " + name + " cannot be read: " + problem + ".");
    }
}
