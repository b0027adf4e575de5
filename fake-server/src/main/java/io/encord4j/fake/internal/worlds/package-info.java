/** The worlds of one server: making, finding and removing them, and the credentials that lead to them. */
@NullMarked
package io.encord4j.fake.internal.worlds;

import org.jspecify.annotations.NullMarked;
