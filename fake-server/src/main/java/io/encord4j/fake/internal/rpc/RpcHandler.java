package io.encord4j.fake.internal.rpc;

import io.encord4j.fake.internal.dispatch.HeldResult;
import org.jspecify.annotations.Nullable;

/** One operation of this interface. */
interface RpcHandler {

    /**
     * Carries the operation out.
     *
     * @return the result, of the type that the API description gives, or a {@link StreamedResult} or {@link
     *     HeldResult}; null where it is ignored
     */
    @Nullable
    Object handle(RpcCall call);
}
