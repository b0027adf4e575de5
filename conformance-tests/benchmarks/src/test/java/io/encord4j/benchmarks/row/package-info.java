/** One class a row of the table, or two rows that share a run. How to measure and report is not known here. */
@NullMarked
package io.encord4j.benchmarks.row;

import org.jspecify.annotations.NullMarked;
