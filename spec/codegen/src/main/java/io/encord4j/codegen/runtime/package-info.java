/**
 * Java that depends on no schema. It is compiled and checked here, and copied beside what is generated; only the
 * package line changes.
 */
@NullMarked
package io.encord4j.codegen.runtime;

import org.jspecify.annotations.NullMarked;
