package io.encord4j.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Which named schemas occur in answers, and in no request. */
final class AnswerSchemas {
    private final OpenAPI openApi;
    private final Schemas schemas;

    private AnswerSchemas(OpenAPI openApi, Schemas schemas) {
        this.openApi = openApi;
        this.schemas = schemas;
    }

    static Set<String> names(OpenAPI openApi, Schemas schemas) {
        AnswerSchemas reader = new AnswerSchemas(openApi, schemas);
        Set<String> answers = new LinkedHashSet<>();
        Set<String> requests = new LinkedHashSet<>();
        if (openApi.getPaths() != null) {
            openApi.getPaths()
                    .values()
                    .forEach(item -> item.readOperations().forEach(operation -> {
                        reader.request(operation, requests);
                        reader.answers(operation, answers);
                    }));
        }
        answers.removeAll(requests);
        return answers;
    }

    private void request(Operation operation, Set<String> names) {
        RequestBody body = ModelUtils.getReferencedRequestBody(openApi, operation.getRequestBody());
        content(body == null ? null : body.getContent(), names);
    }

    private void answers(Operation operation, Set<String> names) {
        for (ApiResponse response : operation.getResponses().values()) {
            content(ModelUtils.getReferencedApiResponse(openApi, response).getContent(), names);
        }
    }

    private void content(@Nullable Content content, Set<String> names) {
        if (content != null) {
            content.values().forEach(media -> collect(media.getSchema(), names));
        }
    }

    private void collect(@Nullable Schema<?> schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schemas.target(schema.get$ref(), schema.get$ref());
            if (names.add(name)) {
                collect(schemas.get(name), names);
            }
            return;
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> collect(property, names));
        }
        collect(schema.getItems(), names);
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            collect(values, names);
        }
        all(schema.getAllOf(), names);
        all(schema.getOneOf(), names);
    }

    @SuppressWarnings("rawtypes")
    private void all(@Nullable List<Schema> parts, Set<String> names) {
        if (parts != null) {
            parts.forEach(part -> collect(part, names));
        }
    }
}
