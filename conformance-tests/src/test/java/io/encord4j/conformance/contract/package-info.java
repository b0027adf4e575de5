/**
 * The spec in the loop: recorded HTTP exchanges are judged against the OpenAPI files by a schema validator that shares no code with the generator.
 * Nothing here sends a request or knows the client; what is judged arrives as an {@link io.encord4j.conformance.contract.Exchange}.
 */
@org.jspecify.annotations.NullMarked
package io.encord4j.conformance.contract;
