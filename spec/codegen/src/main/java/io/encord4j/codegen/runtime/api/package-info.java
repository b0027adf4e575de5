/**
 * The operations of the service as facts, and as bare calls where those are generated. Everything here is generated;
 * what a call means to a user lives elsewhere.
 */
@NullMarked
package io.encord4j.codegen.runtime.api;

import org.jspecify.annotations.NullMarked;
