package io.encord4j.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** From the parameters of an operation to those of a method. */
final class ParameterReader {
    private static final Map<String, String> ANNOTATIONS = Map.of("query", "Query", "path", "Path", "header", "Header");

    private final OpenAPI openApi;
    private final TypeReader types;

    ParameterReader(OpenAPI openApi, TypeReader types) {
        this.openApi = openApi;
        this.types = types;
    }

    /** The parameters in the order of the description, without those that the transport sets. */
    List<OperationModel.Parameter> read(PathItem item, Operation operation, boolean signedUrl, String place) {
        List<OperationModel.Parameter> result = new ArrayList<>();
        for (Parameter parameter : all(item, operation)) {
            boolean wholeUrl = signedUrl && "path".equals(parameter.getIn());
            if (!wholeUrl && !Schemas.flag(parameter.getExtensions(), "x-transport")) {
                result.add(read(parameter, place + "/parameters/" + parameter.getName()));
            }
        }
        return result;
    }

    private List<Parameter> all(PathItem item, Operation operation) {
        List<Parameter> all = new ArrayList<>();
        add(all, operation.getParameters());
        List<Parameter> shared = new ArrayList<>();
        add(shared, item.getParameters());
        shared.removeIf(candidate -> all.stream()
                .anyMatch(own ->
                        own.getName().equals(candidate.getName()) && own.getIn().equals(candidate.getIn())));
        shared.addAll(all);
        return shared;
    }

    private void add(List<Parameter> all, @Nullable List<Parameter> parameters) {
        if (parameters != null) {
            parameters.forEach(parameter -> all.add(ModelUtils.getReferencedParameter(openApi, parameter)));
        }
    }

    private OperationModel.Parameter read(Parameter parameter, String place) {
        String annotation = ANNOTATIONS.get(parameter.getIn());
        if (annotation == null) {
            throw new UnsupportedConstructException(place, "parameters in " + parameter.getIn() + " are not supported");
        }
        if (parameter.getSchema() == null) {
            throw new UnsupportedConstructException(place, "the schema is missing");
        }
        TypeUse use = types.read(parameter.getSchema(), place + "/schema");
        WireType type = use.requireType(place + "/schema");
        WireType element = type instanceof ListType list && annotation.equals("Query") ? list.element() : type;
        refuseOtherStyles(parameter, type, place);
        if (!isText(element) || use.nullable()) {
            throw new UnsupportedConstructException(
                    place + "/schema",
                    "a parameter is a string, number, boolean, UUID, date-time or open enum, or in the query a list of"
                            + " these; never null");
        }
        return new OperationModel.Parameter(
                annotation,
                parameter.getName(),
                WireNames.variable(parameter.getName()),
                type,
                !Boolean.TRUE.equals(parameter.getRequired()),
                parameter.getDescription());
    }

    /** The parser fills in the style and explode that are meant if the description says nothing. */
    private static void refuseOtherStyles(Parameter parameter, WireType type, String place) {
        Parameter.StyleEnum usual =
                "query".equals(parameter.getIn()) ? Parameter.StyleEnum.FORM : Parameter.StyleEnum.SIMPLE;
        if (parameter.getStyle() != null && parameter.getStyle() != usual) {
            throw new UnsupportedConstructException(
                    place + "/style",
                    "the style " + parameter.getStyle() + " is not supported in " + parameter.getIn()
                            + "; leave it out");
        }
        if (type instanceof ListType && Boolean.FALSE.equals(parameter.getExplode())) {
            throw new UnsupportedConstructException(
                    place + "/explode", "a list is sent as one parameter for each element: explode is true");
        }
        if (Boolean.TRUE.equals(parameter.getAllowReserved())) {
            throw new UnsupportedConstructException(
                    place + "/allowReserved", "values are encoded whole: allowReserved is not supported");
        }
    }

    private static boolean isText(WireType type) {
        return switch (type.token()) {
            case STRING ->
                type != ScalarType.LOCAL_DATE_TIME && type != ScalarType.SECONDS_UTC && type != ScalarType.BYTES;
            case NUMBER, BOOLEAN -> true;
            case LIST, OBJECT, ANY -> false;
        };
    }
}
