package io.encord4j.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the envelope off an RPC operation, so that generated code speaks of payloads and results. */
final class RpcEnvelope {
    private final Schemas schemas;
    private final TypeReader types;

    RpcEnvelope(Schemas schemas, TypeReader types) {
        this.schemas = schemas;
        this.types = types;
    }

    /** The value of the extension {@code x-rpc}; null if the operation is none. */
    static OperationModel.@Nullable Rpc rpc(@Nullable Map<String, Object> extensions, String place) {
        Object extension = extensions == null ? null : extensions.get("x-rpc");
        if (extension == null) {
            return null;
        }
        if (extension instanceof Map<?, ?> map
                && map.get("queryType") instanceof String type
                && map.get("queryMethod") instanceof String method) {
            return new OperationModel.Rpc(type, method);
        }
        throw new UnsupportedConstructException(place + "/x-rpc", "it has the texts queryType and queryMethod");
    }

    /** The type of {@code uid} or {@code payload} in the body of a request; null if always null. */
    @Nullable
    WireType value(Schema<?> request, OperationModel.Rpc rpc, String name, String place) {
        Schemas.ObjectView envelope = schemas.objectView(request, place);
        requireConstant(envelope, "query_type", rpc.queryType(), place);
        requireConstant(envelope, "query_method", rpc.queryMethod(), place);
        Schemas.Property values = required(envelope, "values", place);
        Schemas.ObjectView view = schemas.objectView(values.schema(), values.place());
        Schemas.Property value = required(view, name, values.place());
        TypeUse use = types.read(value.schema(), value.place());
        return use.alwaysNull() ? null : use.requireType(value.place());
    }

    /** The type of the result in a successful answer; null if it is ignored. */
    @Nullable
    WireType result(Schema<?> answer, String place) {
        Schemas.ObjectView envelope = schemas.objectView(answer, place);
        requireConstant(envelope, "status", 200, place);
        Schemas.Property response = required(envelope, "response", place);
        if (Schemas.flag(response.schema().getExtensions(), "x-ignored")) {
            return null;
        }
        return types.read(response.schema(), response.place()).requireType(response.place());
    }

    private void requireConstant(Schemas.ObjectView view, String name, Object value, String place) {
        Schemas.Property property = required(view, name, place);
        Object constant = types.read(property.schema(), property.place()).constant();
        if (!Objects.equals(constant, value)) {
            throw new UnsupportedConstructException(
                    property.place(), "the RPC envelope needs the constant " + value + " here, not " + constant);
        }
    }

    private static Schemas.Property required(Schemas.ObjectView view, String name, String place) {
        Schemas.Property property = view.properties().get(name);
        if (property == null || !view.required().contains(name)) {
            throw new UnsupportedConstructException(place, "the RPC envelope needs the required property " + name);
        }
        return property;
    }
}
