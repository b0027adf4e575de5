package io.encord4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Invocation;
import retrofit2.Retrofit;

class GeneratedApiTest {
    @TempDir
    static Path directory;

    private static FixtureTypes fixture;

    @BeforeAll
    static void compile() throws IOException {
        fixture = FixtureTypes.compile(directory);
    }

    @Test
    void operationsAreFoundByWhatIsOnTheWire() {
        Class<?> operations = fixture.type("api.WireOperation");

        assertThat(FixtureTypes.call(null, operations, "rpc", "/public", "thing", "GET"))
                .isEqualTo(Optional.of(operation("LIST_THINGS")));
        assertThat(FixtureTypes.call(null, operations, "rpc", "/public/user", "thing", "GET"))
                .isEqualTo(Optional.empty());
    }

    @Test
    void operationsKnowTheirFacts() {
        Object list = operation("LIST_THINGS");

        assertThat(FixtureTypes.get(list, "id")).isEqualTo("listThings");
        assertThat(FixtureTypes.get(list, "path")).isEqualTo("/public");
        assertThat(FixtureTypes.get(list, "repeatable")).isEqualTo(true);
        assertThat(FixtureTypes.get(list, "scope")).isEqualTo("thing.read");
        assertThat(FixtureTypes.get(list, "generations")).isEqualTo(Set.of("2022", "2026"));
        assertThat(FixtureTypes.get(list, "security")).isEqualTo(Set.of("apiKey", "sshSignature"));
        assertThat(FixtureTypes.get(list, "errorTokens")).isEqualTo(Set.of("AUTHENTICATION_ERROR", "UNKNOWN_ERROR"));
        assertThat(FixtureTypes.get(list, "errorStatuses")).isEqualTo(Set.of(401, 500));
        assertThat(FixtureTypes.get(operation("START_THING"), "repeatable")).isEqualTo(false);
    }

    @Test
    void operationsKnowTheTypesOfWhatTravels() {
        assertThat(FixtureTypes.get(operation("LIST_THINGS"), "uidType")).isNull();
        assertThat(FixtureTypes.get(operation("LIST_THINGS"), "payloadType")).isEqualTo(fixture.model("Composed"));
        assertThat(FixtureTypes.get(operation("LIST_THINGS"), "resultType"))
                .isEqualTo(Types.newParameterizedType(List.class, fixture.model("Tree")));
        assertThat(FixtureTypes.get(operation("DELETE_THINGS"), "payloadType")).isNull();
        assertThat(FixtureTypes.get(operation("DELETE_THINGS"), "resultType")).isNull();
        assertThat(FixtureTypes.get(operation("ADD_THING"), "payloadType")).isEqualTo(fixture.model("Absence"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ResourceRpcApi", "RestApi", "StorageApi"})
    void retrofitAcceptsTheInterfaces(String api) {
        assertThat(retrofit().create(fixture.type("api." + api))).isNotNull();
    }

    @Test
    void anRpcCallNamesItsOperationOnlyWhereTheWireDoesNotShowIt() throws IOException {
        Object api = retrofit().create(fixture.type("api.ResourceRpcApi"));
        Object values = FixtureTypes.construct(fixture.type("json.RpcValues"), List.of("a", "b"), null);

        Request request = ((Call<?>) FixtureTypes.get(api, "deleteThings", values)).request();

        assertThat(request.url()).hasToString("http://localhost/public#thing.delete");
        assertThat(request.url().encodedPath()).isEqualTo("/public");
        assertThat(body(request)).isEqualTo("{\"uid\":[\"a\",\"b\"],\"payload\":null}");
        assertThat(operationOf(request)).isEqualTo(operation("DELETE_THINGS"));
    }

    @Test
    void aRestCallWritesItsParametersInTheOrderOfTheDescription() {
        Object api = retrofit().create(fixture.type("api.RestApi"));
        UUID id = new UUID(1, 2);
        Object colour = FixtureTypes.call(null, fixture.model("Colour"), "of", "sky.blue");

        Request request = ((Call<?>)
                        FixtureTypes.get(api, "findThings", "h", null, 3, List.of(id, id), colour, null, "no-store"))
                .request();

        assertThat(request.url())
                .hasToString(
                        "http://localhost/v2/public/things/h?count=3&ids=" + id + "&ids=" + id + "&colour=sky.blue");
        assertThat(request.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aSignedUrlIsUsedVerbatim() {
        Object api = retrofit().create(fixture.type("api.StorageApi"));
        String url = "https://storage.example/a%2Fb?X-Signature=c%2Bd~e&n=1";

        assertThat(((Call<?>) FixtureTypes.get(api, "getBytes", url)).request().url())
                .hasToString(url);
    }

    private static Object operation(String name) {
        return FixtureTypes.call(null, fixture.type("api.WireOperation"), "valueOf", name);
    }

    private static Object operationOf(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        assertThat(invocation).isNotNull();
        Annotation call = Arrays.stream(invocation.method().getAnnotations())
                .filter(annotation -> annotation.annotationType() == fixture.type("api.WireCall"))
                .findFirst()
                .orElseThrow();
        return FixtureTypes.call(call, fixture.type("api.WireCall"), "value");
    }

    private static String body(Request request) throws IOException {
        Buffer buffer = new Buffer();
        request.body().writeTo(buffer);
        return buffer.readUtf8();
    }

    private static Retrofit retrofit() {
        return new Retrofit.Builder()
                .baseUrl("http://localhost/")
                .addConverterFactory(new JsonConverters())
                .validateEagerly(true)
                .build();
    }

    /** The least that Retrofit needs to send and read JSON. */
    private static final class JsonConverters extends Converter.Factory {
        @Override
        public Converter<?, RequestBody> requestBodyConverter(
                Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
            JsonAdapter<Object> adapter = fixture.adapter(type);
            return value -> RequestBody.create(adapter.toJson(value), MediaType.get("application/json"));
        }

        @Override
        public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] method, Retrofit retrofit) {
            JsonAdapter<Object> adapter = fixture.adapter(type);
            return body -> adapter.fromJson(body.source());
        }
    }
}
