package io.encord4j.fake.internal.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A result that has to be waited for.
 *
 * @param until completes when there is a result; cancelled when nobody waits any more
 * @param result gives the result, after that
 */
public record HeldResult(CompletableFuture<?> until, Supplier<Object> result) {}
