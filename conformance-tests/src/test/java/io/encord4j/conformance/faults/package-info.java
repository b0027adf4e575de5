/**
 * Every operation under every fault. What must happen is derived from the spec's repeat rule alone; what did happen is read from the caller's
 * exception, from the state of the fake and from its journal.
 */
@org.jspecify.annotations.NullMarked
package io.encord4j.conformance.faults;
