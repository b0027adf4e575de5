package io.encord4j.codegen.runtime.json;

import org.jspecify.annotations.Nullable;

/**
 * The {@code values} of an RPC envelope. Both are always written, null included.
 *
 * @param <U> the type of {@code uid}; {@link Void} if it is always null
 * @param <P> the type of the payload; {@link Void} if it is always null
 * @param uid what the operation is about
 * @param payload what else it needs
 */
public record RpcValues<U, P>(@Nullable U uid, @Nullable P payload) {}
