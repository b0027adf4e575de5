/**
 * What the run has shown, written down while it runs and made into a report at its end. Nothing here tests anything by itself, and nothing
 * may be put into the report that did not run.
 */
@org.jspecify.annotations.NullMarked
package io.encord4j.conformance.evidence;
