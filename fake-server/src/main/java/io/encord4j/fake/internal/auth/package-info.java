/**
 * Reads the credential of a request and checks its signature, from the exact bytes received.
 * Who owns a key, and whether a token is known, is not decided here: this package holds no state.
 */
@NullMarked
package io.encord4j.fake.internal.auth;

import org.jspecify.annotations.NullMarked;
