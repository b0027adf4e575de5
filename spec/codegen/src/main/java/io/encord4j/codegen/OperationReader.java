package io.encord4j.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** From the operations of the description to the methods and constants to generate. */
final class OperationReader {
    private static final String JSON = "application/json";

    private final OpenAPI openApi;
    private final TypeReader types;
    private final RpcEnvelope envelope;
    private final ParameterReader parameters;

    OperationReader(OpenAPI openApi, Schemas schemas, TypeReader types) {
        this.openApi = openApi;
        this.types = types;
        this.envelope = new RpcEnvelope(schemas, types);
        this.parameters = new ParameterReader(openApi, types);
    }

    /** All operations, in the order of the description. */
    List<OperationModel> readAll() {
        List<OperationModel> operations = new ArrayList<>();
        if (openApi.getPaths() != null) {
            openApi.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> operations.add(read(path, item, method, operation))));
        }
        Set<String> ids = new HashSet<>();
        for (OperationModel operation : operations) {
            if (!ids.add(operation.constant())) {
                throw new UnsupportedConstructException(
                        "#/paths/" + operation.path(), "another operation has the operationId " + operation.id());
            }
        }
        return operations;
    }

    private OperationModel read(String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
        String httpMethod = method.name().toLowerCase(Locale.ROOT);
        String place = "#/paths/" + path + "/" + httpMethod;
        if (operation.getOperationId() == null) {
            throw new UnsupportedConstructException(place, "the operationId is missing");
        }
        if (operation.getTags() == null
                || operation.getTags().size() != 1
                || !operation.getTags().get(0).matches("[A-Z][A-Za-z0-9]*")) {
            throw new UnsupportedConstructException(
                    place + "/tags",
                    "an operation has one tag, which names its interface: a capital, then letters and digits");
        }
        OperationModel.Rpc rpc = RpcEnvelope.rpc(operation.getExtensions(), place);
        OperationModel.Facts facts = facts(operation, place);
        OperationModel.Shape shape = shape(operation, rpc, place);
        if (shape.payload() != null && httpMethod.matches("get|delete|head")) {
            throw new UnsupportedConstructException(place + "/requestBody", httpMethod + " has no body");
        }
        return new OperationModel(
                operation.getOperationId(),
                httpMethod,
                path,
                operation.getTags().get(0),
                description(operation),
                rpc,
                facts,
                shape,
                parameters.read(item, operation, facts.signedUrl(), place));
    }

    private static @Nullable String description(Operation operation) {
        String summary = operation.getSummary();
        String description = operation.getDescription();
        if (summary == null || description == null) {
            return summary == null ? description : summary;
        }
        return summary.strip() + (summary.strip().endsWith(".") ? "" : ".") + "\n\n" + description;
    }

    private OperationModel.Facts facts(Operation operation, String place) {
        Map<String, Object> extensions = operation.getExtensions() == null ? Map.of() : operation.getExtensions();
        if (!(extensions.get("x-repeatable") instanceof Boolean repeatable)) {
            throw new UnsupportedConstructException(place, "x-repeatable is missing: true or false");
        }
        List<String> generations = texts(extensions, "x-generation", place);
        if (generations.isEmpty()) {
            throw new UnsupportedConstructException(place, "x-generation is missing: a list of generations");
        }
        Object scope = extensions.get("x-scope");
        if (scope != null && !(scope instanceof String)) {
            throw new UnsupportedConstructException(place + "/x-scope", "a scope is a text");
        }
        return new OperationModel.Facts(
                repeatable,
                Schemas.flag(extensions, "x-streamable"),
                Schemas.flag(extensions, "x-signed-url"),
                generations,
                (String) scope,
                texts(extensions, "x-error-tokens", place),
                errorStatuses(operation, place),
                security(operation));
    }

    private static List<String> texts(Map<String, Object> extensions, String name, String place) {
        Object value = extensions.getOrDefault(name, List.of());
        if (!(value instanceof List<?> list)) {
            throw new UnsupportedConstructException(place + "/" + name, "it is a list of texts");
        }
        return list.stream().map(String::valueOf).toList();
    }

    private List<String> security(Operation operation) {
        List<SecurityRequirement> requirements =
                operation.getSecurity() != null ? operation.getSecurity() : openApi.getSecurity();
        return requirements == null
                ? List.of()
                : requirements.stream()
                        .flatMap(requirement -> requirement.keySet().stream())
                        .distinct()
                        .toList();
    }

    private static List<Integer> errorStatuses(Operation operation, String place) {
        List<Integer> statuses = new ArrayList<>();
        for (String status : operation.getResponses().keySet()) {
            if (status.matches("[1345][0-9]{2}")) {
                statuses.add(Integer.valueOf(status));
            } else if (!status.matches("2[0-9]{2}|default")) {
                throw new UnsupportedConstructException(
                        place + "/responses/" + status, "a status is a number or default");
            }
        }
        return statuses.stream().sorted().toList();
    }

    private OperationModel.Shape shape(Operation operation, OperationModel.@Nullable Rpc rpc, String place) {
        String requestPlace = place + "/requestBody";
        Body request = request(operation, requestPlace);
        Body answer = answer(operation, place + "/responses");
        String answerPlace = place + "/responses/200";
        if (rpc != null) {
            if (request.schema() == null || answer.schema() == null) {
                throw new UnsupportedConstructException(place, "an RPC operation has a JSON body and a JSON answer");
            }
            return new OperationModel.Shape(
                    bare(envelope.value(request.schema(), rpc, "uid", requestPlace), requestPlace),
                    bare(envelope.value(request.schema(), rpc, "payload", requestPlace), requestPlace),
                    bare(envelope.result(answer.schema(), answerPlace), answerPlace),
                    false,
                    false);
        }
        return new OperationModel.Shape(
                null, type(request, requestPlace), type(answer, answerPlace), request.binary(), answer.binary());
    }

    private @Nullable WireType type(Body body, String place) {
        return body.schema() == null
                ? null
                : bare(types.read(body.schema(), place).requireType(place), place);
    }

    /** Outside a record the type alone must say everything. */
    private static @Nullable WireType bare(@Nullable WireType type, String place) {
        if (lossy(type)) {
            throw new UnsupportedConstructException(
                    place,
                    "nullable elements and dates of other formats than date-time are only supported within a record");
        }
        return type;
    }

    private static boolean lossy(@Nullable WireType type) {
        if (type instanceof ListType list) {
            return list.nullableElements() || lossy(list.element());
        }
        if (type instanceof MapType map && !map.equals(MapType.FREE_FORM)) {
            return map.nullableElements() || lossy(map.element());
        }
        return type == ScalarType.LOCAL_DATE_TIME || type == ScalarType.SECONDS_UTC;
    }

    /** The schema of a JSON body; none if the body is binary, absent or ignored. */
    private record Body(@Nullable Schema<?> schema, boolean binary) {
        static final Body NONE = new Body(null, false);
    }

    private Body request(Operation operation, String place) {
        RequestBody body = ModelUtils.getReferencedRequestBody(openApi, operation.getRequestBody());
        return body == null ? Body.NONE : body(body.getContent(), place);
    }

    private Body answer(Operation operation, String place) {
        ApiResponse answer = ModelUtils.getReferencedApiResponse(
                openApi, operation.getResponses().get("200"));
        if (answer == null) {
            if (operation.getResponses().containsKey("204")) {
                return Body.NONE;
            }
            throw new UnsupportedConstructException(place, "a response 200 or 204 is missing");
        }
        return Schemas.flag(answer.getExtensions(), "x-ignored")
                ? Body.NONE
                : body(answer.getContent(), place + "/200");
    }

    private static Body body(@Nullable Content content, String place) {
        if (content == null || content.isEmpty()) {
            return Body.NONE;
        }
        MediaType json = content.get(JSON);
        if (json != null && json.getSchema() != null && content.size() == 1) {
            Schema<?> schema = json.getSchema();
            return Schemas.flag(schema.getExtensions(), "x-ignored") ? Body.NONE : new Body(schema, false);
        }
        boolean binary = content.values().stream()
                .allMatch(media -> media.getSchema() != null
                        && "binary".equals(media.getSchema().getFormat()));
        if (!binary) {
            throw new UnsupportedConstructException(
                    place + "/content",
                    "a body is either " + JSON + " alone, or has the format binary in every media type");
        }
        return new Body(null, true);
    }
}
