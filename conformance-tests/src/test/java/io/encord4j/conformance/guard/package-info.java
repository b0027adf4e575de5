/**
 * What was released or agreed on, compared with what the build would release: the spec, the client's public API and the generated surface.
 * A test here fails on a change and says how to accept it; it never judges whether the change is good.
 */
@org.jspecify.annotations.NullMarked
package io.encord4j.conformance.guard;
