package io.encord4j.codegen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Retrofit interface to generate: the operations of one tag. Templates call the methods by name. */
record ApiModel(Packages packages, String tag, @Nullable String description, List<OperationModel> operations) {
    String className() {
        return tag + "Api";
    }

    String javadoc() {
        return Javadoc.of("", description, "The operations of " + tag + ".").toString();
    }

    List<String> imports() {
        return Packages.imports(packages.api(), operations.stream().flatMap(operation -> operation.imports(packages)));
    }
}
