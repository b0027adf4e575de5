package io.encord4j.conformance.scenario;

/** RPC bodies as the official SDKs write them. */
final class Rpc {

    private Rpc() {}

    /** A body with uid and payload given as JSON text. */
    static String body(String queryType, String queryMethod, String uid, String payload) {
        return "{\"query_type\": \"%s\", \"query_method\": \"%s\", \"values\": {\"uid\": %s, \"payload\": %s}}"
                .formatted(queryType, queryMethod, uid, payload);
    }
}
