/** Programs that use client and fake server together. Nothing here is published. */
@NullMarked
package io.encord4j.conformance;

import org.jspecify.annotations.NullMarked;
