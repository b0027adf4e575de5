/**
 * Credentials: where they come from, and how they sign a request. No HTTP, and nothing that is sent or logged holds a
 * secret from here except the headers that need it.
 */
@NullMarked
package io.encord4j.internal.auth;

import org.jspecify.annotations.NullMarked;
