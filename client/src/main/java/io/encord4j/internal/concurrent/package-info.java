/**
 * Threads of a client, and work in the background that can be cancelled. Knows nothing of Encord; no call to a server belongs here.
 */
@NullMarked
package io.encord4j.internal.concurrent;

import org.jspecify.annotations.NullMarked;
