/**
 * The harness of the benchmarks: rounds, child processes, load, and the report. Nothing here runs in a normal build; it is
 * compiled there so that it cannot fall behind, and run by the profile {@code benchmarks}.
 */
@NullMarked
package io.encord4j.benchmarks;

import org.jspecify.annotations.NullMarked;
