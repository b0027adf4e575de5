package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;

/** A result that is written while it is sent, because it can be large or has keys that the API description lacks. */
@FunctionalInterface
interface StreamedResult {

    /**
     * Writes one JSON value.
     *
     * @throws IOException if the connection is gone
     */
    void write(JsonWriter writer) throws IOException;
}
