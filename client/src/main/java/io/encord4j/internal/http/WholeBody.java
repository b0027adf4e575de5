package io.encord4j.internal.http;

import okhttp3.RequestBody;

/** A request body that knows whether all of it has left this process. A success of the storage counts only if so. */
public abstract class WholeBody extends RequestBody {

    /** How many bytes of it the connection has taken; -1 before it asks for any. */
    public abstract long written();

    /** Whether the last writing came to its end. */
    public abstract boolean isWhole();
}
