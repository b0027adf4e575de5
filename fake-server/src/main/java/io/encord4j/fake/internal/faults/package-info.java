/** Which faults are armed in a world, and which of them strike a call. */
@NullMarked
package io.encord4j.fake.internal.faults;

import org.jspecify.annotations.NullMarked;
