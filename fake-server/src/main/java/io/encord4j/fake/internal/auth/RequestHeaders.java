package io.encord4j.fake.internal.auth;

import java.util.List;

/** The header fields of a request, as the checks of this package need them. */
@FunctionalInterface
public interface RequestHeaders {

    /**
     * Reads a field.
     *
     * @return every value sent under that name, in order; empty when there is none
     */
    List<String> values(String name);
}
