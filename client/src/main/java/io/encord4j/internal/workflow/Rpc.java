package io.encord4j.internal.workflow;

import io.encord4j.wire.json.RpcValues;

/** The values of remote calls. */
final class Rpc {
    private Rpc() {}

    static <U, P> RpcValues<U, P> nothing() {
        return new RpcValues<>(null, null);
    }

    static <U, P> RpcValues<U, P> about(U uid) {
        return new RpcValues<>(uid, null);
    }

    static <U, P> RpcValues<U, P> with(P payload) {
        return new RpcValues<>(null, payload);
    }

    static <U, P> RpcValues<U, P> of(U uid, P payload) {
        return new RpcValues<>(uid, payload);
    }
}
