/** Programs that the benchmarks run as processes of their own. What decides and reports stays in the parent process. */
@NullMarked
package io.encord4j.benchmarks.child;

import org.jspecify.annotations.NullMarked;
