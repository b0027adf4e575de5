package io.encord4j.codegen.runtime.api;

/** Stands in for the generated enumeration, so that {@link WireCall} compiles here. It is not copied. */
public enum WireOperation {}
