/**
 * What was asked of a world: one entry for each exchange, the latest ones only. Secrets and the queries of signed URLs are never recorded, bodies
 * only on request.
 */
@NullMarked
package io.encord4j.fake.journal;

import org.jspecify.annotations.NullMarked;
