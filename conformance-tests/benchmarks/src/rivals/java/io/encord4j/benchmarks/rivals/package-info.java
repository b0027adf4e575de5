/** Starts of the servers that the fake is compared with. Compiled by the profile {@code benchmarks} alone, which brings their jars. */
@NullMarked
package io.encord4j.benchmarks.rivals;

import org.jspecify.annotations.NullMarked;
