/**
 * The records, open enumerations and unions of the wire, with the names of the wire. Everything here is generated; no
 * type has behaviour beyond holding its values.
 */
@NullMarked
package io.encord4j.codegen.runtime.model;

import org.jspecify.annotations.NullMarked;
