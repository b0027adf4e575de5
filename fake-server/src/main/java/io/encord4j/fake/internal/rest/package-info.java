/**
 * The REST interface of 2026: its routes, its parameters, and one handler per operation.
 * Rules of the platform do not live here; handlers translate between the wire and the platform.
 */
@NullMarked
package io.encord4j.fake.internal.rest;

import org.jspecify.annotations.NullMarked;
