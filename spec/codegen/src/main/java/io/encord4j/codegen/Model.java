package io.encord4j.codegen;

import org.jspecify.annotations.Nullable;

/** A Java type to generate for a named schema, together with its adapter. */
sealed interface Model permits RecordModel, EnumModel, UnionModel {
    Packages packages();

    String className();

    @Nullable
    String description();

    WireType.Token token();

    default String qualified() {
        return packages().model() + "." + className();
    }
}
