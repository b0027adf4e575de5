/**
 * JSON adapters for the records of the wire, without reflection, and what they need to read and write values.
 * Everything here is generated; no adapter knows what a value means.
 */
@NullMarked
package io.encord4j.codegen.runtime.json;

import org.jspecify.annotations.NullMarked;
