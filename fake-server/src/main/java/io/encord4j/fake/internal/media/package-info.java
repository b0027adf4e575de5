/**
 * Recognises media by their bytes and reads the few facts that a data row shows, from the headers alone.
 * Nothing is decoded and nothing is trusted: a size in a file never becomes the size of an array.
 */
@NullMarked
package io.encord4j.fake.internal.media;

import org.jspecify.annotations.NullMarked;
