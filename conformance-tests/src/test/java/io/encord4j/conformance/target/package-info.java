/**
 * The servers that the same scenarios run against: the fake in this JVM, the fake's jar as a process, a real service. A target knows how to be
 * reached and how to be left as it was found; it knows nothing of scenarios.
 */
@org.jspecify.annotations.NullMarked
package io.encord4j.conformance.target;
