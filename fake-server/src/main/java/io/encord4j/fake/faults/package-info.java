/**
 * Faults as values: what goes wrong, where in an exchange, and when; with a receipt for each. {@link io.encord4j.fake.FakeWorld#arm} takes them.
 */
@NullMarked
package io.encord4j.fake.faults;

import org.jspecify.annotations.NullMarked;
