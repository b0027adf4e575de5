package io.encord4j.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation to generate: a constant of the enumeration, and a method of an interface. Templates call by name. */
record OperationModel(
        String id,
        String httpMethod,
        String path,
        String tag,
        @Nullable String description,
        @Nullable Rpc rpc,
        Facts facts,
        Shape shape,
        List<Parameter> parameters) {

    /** What tells RPC operations with the same URL apart. */
    record Rpc(String queryType, String queryMethod) {}

    /** What the spec says about the operation besides its shape. */
    record Facts(
            boolean repeatable,
            boolean streamable,
            boolean signedUrl,
            List<String> generations,
            @Nullable String scope,
            List<String> errorTokens,
            List<Integer> errorStatuses,
            List<String> security) {}

    /** What travels; null stands for nothing. */
    record Shape(
            @Nullable WireType uid,
            @Nullable WireType payload,
            @Nullable WireType result,
            boolean binaryRequest,
            boolean binaryResponse) {}

    /** A parameter of the method. */
    record Parameter(
            String annotation,
            String wireName,
            String name,
            WireType type,
            boolean optional,
            @Nullable String description) {
        String declaration() {
            return "@" + annotation + "(" + WireNames.literal(wireName) + ") "
                    + (optional ? "@Nullable " + type.boxed() : type.java()) + " " + name;
        }
    }

    String constant() {
        return WireNames.constant(id);
    }

    /** The path without the fragment that tells RPC operations apart. */
    String pathWithoutFragment() {
        int fragment = path.indexOf('#');
        return fragment < 0 ? path : path.substring(0, fragment);
    }

    /** The arguments of the enumeration's constructor. */
    List<String> arguments() {
        return List.of(
                WireNames.literal(id),
                WireNames.literal(tag),
                WireNames.literal(httpMethod.toUpperCase(Locale.ROOT)),
                WireNames.literal(pathWithoutFragment()),
                rpc == null ? "null" : WireNames.literal(rpc.queryType()),
                rpc == null ? "null" : WireNames.literal(rpc.queryMethod()),
                String.valueOf(facts.repeatable()),
                facts.scope() == null ? "null" : WireNames.literal(facts.scope()),
                literals(facts.generations()),
                literals(facts.security()),
                literals(facts.errorTokens()),
                "List.of(" + facts.errorStatuses().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + ")");
    }

    private static String literals(List<String> values) {
        return "List.of(" + values.stream().map(WireNames::literal).collect(Collectors.joining(", ")) + ")";
    }

    String javadoc() {
        return doc().toString();
    }

    private Javadoc doc() {
        return Javadoc.of("    ", description, "The operation `" + id + "`.");
    }

    boolean hasUid() {
        return shape.uid() != null;
    }

    boolean hasPayload() {
        return shape.payload() != null;
    }

    boolean hasResult() {
        return shape.result() != null;
    }

    boolean streamable() {
        return facts.streamable();
    }

    /** Retrofit's annotation for the HTTP method. */
    String httpAnnotation() {
        String name = httpMethod.toUpperCase(Locale.ROOT);
        return facts.signedUrl() ? "@" + name : "@" + name + "(" + WireNames.literal(path.substring(1)) + ")";
    }

    boolean streaming() {
        return shape.binaryResponse();
    }

    String result() {
        if (shape.binaryResponse()) {
            return "ResponseBody";
        }
        return boxedOrVoid(shape.result());
    }

    /** The parameters of the method, as declared. */
    String declaration() {
        List<String> declared = declarations().map(Declaration::java).toList();
        String indent = "\n            ";
        return declared.size() < 3 ? String.join(", ", declared) : indent + String.join("," + indent, declared);
    }

    String methodJavadoc() {
        return methodDoc("the call, to be executed or enqueued");
    }

    String rawMethodJavadoc() {
        return methodDoc("the same call, whose answer is read by the caller as it arrives, envelope included");
    }

    private String methodDoc(String returns) {
        Javadoc javadoc = doc();
        declarations()
                .forEach(declaration -> javadoc.param(declaration.name(), declaration.description(), "the value"));
        return javadoc.returns(returns).toString();
    }

    private record Declaration(
            String name, String java, @Nullable String description) {}

    private Stream<Declaration> declarations() {
        List<Declaration> all = new ArrayList<>();
        if (facts.signedUrl()) {
            all.add(new Declaration("signedUrl", "@Url String signedUrl", "the whole URL as it was handed out"));
        }
        parameters.forEach(parameter ->
                all.add(new Declaration(parameter.name(), parameter.declaration(), parameter.description())));
        if (rpc != null) {
            String type = "RpcValues<" + boxedOrVoid(shape.uid()) + ", " + boxedOrVoid(shape.payload()) + ">";
            all.add(new Declaration(
                    "values", "@Body " + type + " values", "what the operation is about, and its payload"));
        } else if (shape.binaryRequest()) {
            all.add(new Declaration("bytes", "@Body RequestBody bytes", "the bytes to send"));
        } else if (shape.payload() != null) {
            all.add(new Declaration("body", "@Body " + shape.payload().boxed() + " body", "the body of the request"));
        }
        return all.stream();
    }

    private static String boxedOrVoid(@Nullable WireType type) {
        return type == null ? "Void" : type.boxed();
    }

    /** The types in the shape, for imports. */
    Stream<WireType> shapeTypes() {
        return Stream.of(shape.uid(), shape.payload(), shape.result()).filter(type -> type != null);
    }

    /** The imports that the method needs. */
    Stream<String> imports(Packages packages) {
        List<String> used = new ArrayList<>(List.of("retrofit2.Call"));
        used.add("retrofit2.http." + httpMethod.toUpperCase(Locale.ROOT));
        if (facts.signedUrl()) {
            used.add("retrofit2.http.Url");
        }
        if (rpc != null) {
            used.add(packages.json() + ".RpcValues");
        }
        if (rpc != null || shape.payload() != null || shape.binaryRequest()) {
            used.add("retrofit2.http.Body");
        }
        if (shape.binaryRequest()) {
            used.add("okhttp3.RequestBody");
        }
        if (shape.binaryResponse() || facts.streamable()) {
            used.add("okhttp3.ResponseBody");
            used.add("retrofit2.http.Streaming");
        }
        for (Parameter parameter : parameters) {
            used.add("retrofit2.http." + parameter.annotation());
            parameter.type().imports().forEach(used::add);
            if (parameter.optional()) {
                used.add(MapType.NULLABLE);
            }
        }
        return Stream.concat(used.stream(), shapeTypes().flatMap(WireType::imports));
    }
}
