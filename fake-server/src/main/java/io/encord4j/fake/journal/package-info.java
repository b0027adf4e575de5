/**
 * What was asked of a world: one entry per exchange, the latest ones only.
 * Secrets and the queries of signed URLs never come here, and bodies on request only.
 */
@NullMarked
package io.encord4j.fake.journal;

import org.jspecify.annotations.NullMarked;
