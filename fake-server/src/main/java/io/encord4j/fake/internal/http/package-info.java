/**
 * HTTP as the handlers see it, and the server that carries it: requests, answers, connections, faults on the wire.
 * Nothing here knows datasets; whoever does returns an {@link io.encord4j.fake.internal.http.Answer} as a value.
 */
@NullMarked
package io.encord4j.fake.internal.http;

import org.jspecify.annotations.NullMarked;
