/**
 * Lets a test declare clients as parameters beside what {@code @EncordTest} gives by itself. To be on the class path is
 * all that this needs.
 */
@NullMarked
package io.encord4j.test;

import org.jspecify.annotations.NullMarked;
