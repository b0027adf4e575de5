/**
 * From what travels to what users see, for both generations of the wire. Nothing here makes a request or knows how one is made.
 */
@NullMarked
package io.encord4j.internal.mapping;

import org.jspecify.annotations.NullMarked;
