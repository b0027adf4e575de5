package io.encord4j.fake.internal.rpc;

import io.encord4j.fake.internal.platform.Actor;
import io.encord4j.fake.internal.platform.SignIn;
import io.encord4j.fake.internal.platform.model.DatasetScope;
import io.encord4j.fake.wire.api.WireOperation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the dispatch table.
 *
 * @param aboutDataset whether the call is about the dataset that the header {@code ResourceID} names
 * @param scope what an API key must allow, or null
 * @param resultType the type of the result; null where it is ignored, or written by the handler
 */
record RpcOperation(
        String id,
        boolean aboutDataset,
        @Nullable DatasetScope scope,
        @Nullable Type resultType,
        RpcHandler handler) {

    private static final String API_KEY = "apiKey";
    private static final String RESOURCE_TAG = "ResourceRpc";

    /** An operation of the API description. */
    static RpcOperation described(WireOperation operation, RpcHandler handler) {
        return new RpcOperation(
                operation.id(),
                operation.tag().equals(RESOURCE_TAG),
                scopeOf(operation),
                operation.resultType(),
                handler);
    }

    /** An operation of clients between the generations; all of them upload. */
    static RpcOperation interim(String id, RpcHandler handler) {
        return new RpcOperation(id, true, DatasetScope.WRITE, null, handler);
    }

    void demandScope(Actor actor) {
        if (scope != null) {
            SignIn.demand(actor, scope);
        }
    }

    /**
     * Operations that came after 2022 have no scope of their own; those of them that take no API key change something.
     */
    private static @Nullable DatasetScope scopeOf(WireOperation operation) {
        String scope = operation.scope();
        if (scope != null) {
            return DatasetScope.ofWireName(scope).orElseThrow();
        }
        return operation.security().contains(API_KEY) ? null : DatasetScope.WRITE;
    }
}
