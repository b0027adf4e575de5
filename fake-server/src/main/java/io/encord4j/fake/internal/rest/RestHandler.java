package io.encord4j.fake.internal.rest;

import org.jspecify.annotations.Nullable;

/** One operation of this interface. */
interface RestHandler {

    /**
     * Carries the operation out.
     *
     * @return the result, of the type that the API description gives; null where it is ignored
     */
    @Nullable
    Object handle(RestCall call);
}
