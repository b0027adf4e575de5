/**
 * The platform as plain Java: worlds, and one small class of operations per area, each a function of the state. Nothing
 * here knows HTTP, JSON or the wire's names for errors.
 */
@NullMarked
package io.encord4j.fake.internal.platform;

import org.jspecify.annotations.NullMarked;
