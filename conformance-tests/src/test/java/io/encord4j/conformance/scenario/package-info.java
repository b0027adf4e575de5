/**
 * What people do with datasets, written as they would write it, and run against every target. Every exchange is judged by the spec; a scenario
 * itself only says what its user sees. Faults, clocks and journals do not belong here.
 */
@org.jspecify.annotations.NullMarked
package io.encord4j.conformance.scenario;
