/**
 * The RPC interface of both generations: the envelope, the words for errors, and one handler per operation.
 * Rules of the platform do not live here; handlers translate between the wire and the platform.
 */
@NullMarked
package io.encord4j.fake.internal.rpc;

import org.jspecify.annotations.NullMarked;
