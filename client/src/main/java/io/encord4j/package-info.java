/** Clients for Encord datasets, and the values they speak. Whatever is not for users lives in {@code io.encord4j.internal}. */
@NullMarked
package io.encord4j;

import org.jspecify.annotations.NullMarked;
