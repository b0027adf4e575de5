/** The JSON form of a world: reading it into a world, and writing it. */
@NullMarked
package io.encord4j.fake.internal.seed;

import org.jspecify.annotations.NullMarked;
