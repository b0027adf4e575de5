package io.encord4j.fake.faults;

import org.jspecify.annotations.Nullable;

/**
 * The call that a fault may strike.
 *
 * @param sequence its number in the world's journal
 * @param operation the operation's id
 * @param httpMethod the HTTP method
 * @param path the path, without the query
 * @param user the caller's id, or null before or without authentication
 */
public record FaultCall(
        long sequence,
        String operation,
        String httpMethod,
        String path,
        @Nullable String user) {}
