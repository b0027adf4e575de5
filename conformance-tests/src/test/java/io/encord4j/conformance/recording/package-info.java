/**
 * Everything that puts requests on the wire and notes what came back: an interceptor for the client under test, and a raw client for what it
 * would never send. Judging what was noted is the business of {@code contract}.
 */
@org.jspecify.annotations.NullMarked
package io.encord4j.conformance.recording;
