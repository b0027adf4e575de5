/**
 * Waiting for work that the service does: polling, deadlines, cancellation. What is polled is given by the workflows; no request is made
 * here.
 */
@NullMarked
package io.encord4j.internal.operation;

import org.jspecify.annotations.NullMarked;
