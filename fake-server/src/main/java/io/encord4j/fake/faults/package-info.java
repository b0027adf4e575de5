/**
 * Faults as values: what goes wrong, where in an exchange, and when; with a receipt for each.
 * How a fault is carried out on a connection is not known here.
 */
@NullMarked
package io.encord4j.fake.faults;

import org.jspecify.annotations.NullMarked;
