/**
 * Random sequences of operations, compared step by step with a reference model that is small enough to be read at one sitting. The model
 * shares nothing with the fake but the protocol's text; it knows titles and order, never ids.
 */
@org.jspecify.annotations.NullMarked
package io.encord4j.conformance.model;
