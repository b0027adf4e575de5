package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.Choices;
import io.encord4j.fake.internal.dispatch.ApiCall;
import io.encord4j.fake.internal.dispatch.ApiService;
import io.encord4j.fake.internal.dispatch.HeldResult;
import io.encord4j.fake.internal.dispatch.Reply;
import io.encord4j.fake.internal.dispatch.RequestedOperation;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.AnswerBody;
import io.encord4j.fake.internal.http.IncomingRequest;
import io.encord4j.fake.internal.platform.Access;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.wire.json.WireAdapters;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * The RPC interface. The order of checks is the protocol's: authentication, which has passed here, then JSON, query type,
 * resource and scope; what uid and payload hold is looked at last.
 */
public final class RpcService implements ApiService {

    private static final String DATASET = "dataset";
    private static final String SDK = "encord-sdk-python/";

    private final Moshi moshi = WireAdapters.moshi();
    private final RpcErrors errors = new RpcErrors(moshi);
    private final RpcTable table = new RpcTable(moshi);

    /** Makes the interface; it holds no state of its own. */
    public RpcService() {}

    @Override
    public @Nullable RequestedOperation operation(IncomingRequest request, ByteString body) {
        return Envelope.head(body)
                .map(asked -> {
                    String id = table.find(request.path(), asked.queryType(), asked.queryMethod())
                            .map(RpcOperation::id)
                            .orElse(asked.queryType() + "/" + asked.queryMethod());
                    return new RequestedOperation(id, asked.queryType(), asked.queryMethod());
                })
                .orElse(null);
    }

    @Override
    public Reply answer(ApiCall call) {
        Envelope envelope = Envelope.parse(call.body());
        Optional<RpcOperation> operation =
                table.find(call.request().path(), envelope.queryType(), envelope.queryMethod());
        if (operation.isEmpty()) {
            return new Reply.Now(errors.error(
                    "METHOD_NOT_ALLOWED_ERROR",
                    "There is no such query_type here, or it does not have this query_method.",
                    call.world().observe().choices()));
        }
        return answer(call, envelope, operation.get());
    }

    @Override
    public Answer refused(RefusedException refusal, IncomingRequest request, Choices choices) {
        return errors.refused(refusal, isOf2022(request), choices);
    }

    @Override
    public Answer error(String token, @Nullable String payload, Choices choices) {
        return errors.error(token, payload, choices);
    }

    @Override
    public Answer tooLarge(long limit, Choices choices) {
        return errors.error("FILE_SIZE_NOT_SUPPORTED_ERROR", "The body is larger than " + limit + " bytes.", choices);
    }

    /**
     * Only clients of 2022 take a token that they do not know for a result. Later ones send {@code ResourceType}, except
     * with API keys; those have named themselves since April 2023.
     */
    private static boolean isOf2022(IncomingRequest request) {
        String userAgent = Objects.requireNonNullElse(request.header("User-Agent"), "");
        return request.header("ResourceType") == null && !userAgent.startsWith(SDK);
    }

    private Reply answer(ApiCall call, Envelope envelope, RpcOperation operation) {
        String datasetHash = operation.aboutDataset() ? resource(call) : "";
        operation.demandScope(call.actor());
        Object result = operation
                .handler()
                .handle(new RpcCall(call.world(), call.actor(), datasetHash, envelope, call.links(), call.remarks()));
        return result instanceof HeldResult held
                ? new Reply.Later(
                        held.until(), () -> success(operation, held.result().get()))
                : new Reply.Now(success(operation, result));
    }

    private Answer success(RpcOperation operation, @Nullable Object result) {
        if (result instanceof StreamedResult streamed) {
            return Answer.json(200, new AnswerBody.Streamed(OptionalLong.empty(), out -> write(out, streamed)));
        }
        Buffer buffer = new Buffer();
        write(buffer, writer -> writeResult(writer, operation.resultType(), result));
        return Answer.json(200, new AnswerBody.Bytes(buffer.readByteString()));
    }

    private static String resource(ApiCall call) {
        String type = Objects.requireNonNullElse(call.request().header("ResourceType"), "");
        String hash = Objects.requireNonNullElse(call.request().header("ResourceID"), "");
        if (!type.isEmpty() && !type.equals(DATASET)) {
            throw RefusedException.notFound("There are only datasets here: ResourceType must be dataset.");
        }
        return Access.dataset(call.world().observe(), call.actor(), hash).hash();
    }

    private void writeResult(JsonWriter writer, @Nullable Type type, @Nullable Object result) throws IOException {
        if (type == null || result == null) {
            writer.value(true);
        } else {
            JsonAdapter<Object> adapter = moshi.adapter(type);
            adapter.toJson(writer, result);
        }
    }

    private static void write(OutputStream out, StreamedResult result) throws IOException {
        BufferedSink sink = Okio.buffer(Okio.sink(out));
        writeEnvelope(JsonWriter.of(sink), result);
        sink.flush();
    }

    private static void write(Buffer buffer, StreamedResult result) {
        try {
            writeEnvelope(JsonWriter.of(buffer), result);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail.", e);
        }
    }

    private static void writeEnvelope(JsonWriter writer, StreamedResult result) throws IOException {
        writer.setSerializeNulls(true);
        writer.beginObject();
        writer.name("status").value(200);
        writer.name("response");
        result.write(writer);
        writer.endObject();
        writer.flush();
    }
}
