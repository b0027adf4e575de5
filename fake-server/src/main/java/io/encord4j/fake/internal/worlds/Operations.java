package io.encord4j.fake.internal.worlds;

import io.encord4j.fake.internal.faults.FaultableOperations;
import io.encord4j.fake.wire.api.WireOperation;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the API description says about operations, for those who must not depend on it. */
final class Operations {

    private Operations() {}

    static FaultableOperations forFaults() {
        return new FaultableOperations(
                ids(operation -> true),
                ids(Operations::hasRequestBody),
                ids(operation -> operation.tag().equals("Storage")),
                Arrays.stream(WireOperation.values())
                        .flatMap(operation -> operation.errorTokens().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean hasRequestBody(WireOperation operation) {
        return operation.queryType() != null
                || operation.payloadType() != null
                || (operation.tag().equals("Storage") && operation.httpMethod().equals("PUT"));
    }

    private static Set<String> ids(Predicate<WireOperation> condition) {
        return Arrays.stream(WireOperation.values())
                .filter(condition)
                .map(WireOperation::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
