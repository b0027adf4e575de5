/**
 * The first program that a newcomer runs: it takes one video through client and service, and says what happened. It uses nothing
 * that a user of the two libraries would not have.
 */
@NullMarked
package io.encord4j.conformance.quickstart;

import org.jspecify.annotations.NullMarked;
