/**
 * The way of a call to the server and back: OkHttp, headers and signatures, repetition, envelopes, typed errors. Knows
 * the operations only from their description; what they mean, and every workflow of several calls, lives elsewhere.
 */
@NullMarked
package io.encord4j.internal.http;

import org.jspecify.annotations.NullMarked;
