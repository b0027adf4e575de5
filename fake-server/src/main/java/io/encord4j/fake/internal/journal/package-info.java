/** Records what was asked of a world. */
@NullMarked
package io.encord4j.fake.internal.journal;

import org.jspecify.annotations.NullMarked;
