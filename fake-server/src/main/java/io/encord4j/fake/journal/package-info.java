/**
 * What was asked of a world: one entry per exchange, the latest ones only.
 * Bodies, secrets and the queries of signed URLs never come here.
 */
@NullMarked
package io.encord4j.fake.journal;

import org.jspecify.annotations.NullMarked;
