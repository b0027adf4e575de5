package io.encord4j.internal.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.encord4j.wire.api.WireCall;
import io.encord4j.wire.api.WireOperation;
import io.encord4j.wire.json.OddValues;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Writes requests and reads answers with the generated adapters; the envelope of RPC calls is put on and off here. */
final class WireConverters extends Converter.Factory {

    /** Without a charset, as the protocol wants it. */
    static final MediaType JSON = MediaType.get("application/json");

    private final Moshi moshi;
    private final OddValues oddValues;

    WireConverters(Moshi moshi, OddValues oddValues) {
        this.moshi = moshi;
        this.oddValues = oddValues;
    }

    @Override
    public Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameterAnnotations, Annotation[] methodAnnotations, Retrofit retrofit) {
        JsonAdapter<Object> adapter = moshi.adapter(type);
        WireOperation operation = operation(methodAnnotations);
        return value -> {
            Buffer buffer = new Buffer();
            JsonWriter writer = JsonWriter.of(buffer);
            if (operation.queryType() == null) {
                adapter.toJson(writer, value);
            } else {
                writer.beginObject();
                writer.name("query_type").value(operation.queryType());
                writer.name("query_method").value(operation.queryMethod());
                writer.name("values");
                adapter.toJson(writer, value);
                writer.endObject();
            }
            return RequestBody.create(buffer.readByteArray(), JSON);
        };
    }

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        JsonAdapter<Object> adapter = oddValues.listeningTo(moshi.adapter(type));
        WireOperation operation = operation(annotations);
        return body -> {
            try (body) {
                return operation.queryType() == null
                        ? whole(BoundedJson.reader(body.source(), operation), adapter)
                        : RpcEnvelope.read(body.source(), operation, adapter);
            }
        };
    }

    /** Queries and paths are written as JSON writes the value, without the quotes. */
    @Override
    public Converter<?, String> stringConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        JsonAdapter<Object> adapter = moshi.adapter(type);
        return value -> String.valueOf(adapter.toJsonValue(value));
    }

    /** Reads a whole document of a REST call. */
    static <T> @Nullable T whole(JsonReader reader, JsonAdapter<T> adapter) throws IOException {
        T result = adapter.fromJson(reader);
        requireEnd(reader);
        if (result == null) {
            throw new EmptyResult(false);
        }
        return result;
    }

    static void requireEnd(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
            throw new JsonDataException("Something follows the answer");
        }
    }

    private static WireOperation operation(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof WireCall call) {
                return call.value();
            }
        }
        throw new IllegalArgumentException("Only methods with @WireCall can be called");
    }
}
