/**
 * What each generation of the service needs to be sent so that one thing gets done: the flows behind the facade. A new flow belongs here; how a
 * call reaches the server does not.
 */
@NullMarked
package io.encord4j.internal.workflow;

import org.jspecify.annotations.NullMarked;
