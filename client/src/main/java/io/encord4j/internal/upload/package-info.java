/**
 * Sending files to the storage: checks, signed URLs in batches, bounded parallelism, progress, reports. Which calls surround the sending is
 * the business of the workflows.
 */
@NullMarked
package io.encord4j.internal.upload;

import org.jspecify.annotations.NullMarked;
