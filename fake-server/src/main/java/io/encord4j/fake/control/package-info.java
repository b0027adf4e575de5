/**
 * What a test looks at and turns: the journal of a world, and the endpoints under {@code /_fake/}.
 * The service's own operations do not live here.
 */
@NullMarked
package io.encord4j.fake.control;

import org.jspecify.annotations.NullMarked;
