/** Access of the benchmarks to what the fake does not publish. */
@NullMarked
package io.encord4j.fake;

import org.jspecify.annotations.NullMarked;
