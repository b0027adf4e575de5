package io.encord4j.fake.internal.faults;

import java.util.Set;

/**
 * The operations that faults can be armed for.
 *
 * @param all every operation id
 * @param withRequestBody those whose requests have a body
 * @param storage those on signed URLs
 * @param errorTokens every token that the service knows
 */
public record FaultableOperations(
        Set<String> all, Set<String> withRequestBody, Set<String> storage, Set<String> errorTokens) {

    /**
     * Copies the sets.
     *
     * @param all every operation id
     * @param withRequestBody those whose requests have a body
     * @param storage those on signed URLs
     * @param errorTokens every token that the service knows
     */
    public FaultableOperations {
        all = Set.copyOf(all);
        withRequestBody = Set.copyOf(withRequestBody);
        storage = Set.copyOf(storage);
        errorTokens = Set.copyOf(errorTokens);
    }
}
