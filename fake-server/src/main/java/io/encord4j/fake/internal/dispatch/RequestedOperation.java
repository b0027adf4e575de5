package io.encord4j.fake.internal.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * The operation that a request asks for, known here or not.
 *
 * @param id the operation's id; for one that is not known, query type and method as {@code label/GET}
 * @param queryType the query type of an RPC call, as sent; null for REST
 * @param queryMethod the query method of an RPC call, as sent; null for REST
 */
public record RequestedOperation(
        String id, @Nullable String queryType, @Nullable String queryMethod) {}
