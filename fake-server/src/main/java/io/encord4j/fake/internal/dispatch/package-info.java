/**
 * Leads each request through the same steps: route, world, faults, authentication, handler, answer, journal.
 * What an operation does, and how its dialect spells an error, is not known here.
 */
@NullMarked
package io.encord4j.fake.internal.dispatch;

import org.jspecify.annotations.NullMarked;
