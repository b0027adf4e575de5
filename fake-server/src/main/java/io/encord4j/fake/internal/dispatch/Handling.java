package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.worlds.ServedWorld;
import java.io.IOException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What a request turned out to be, before anything was done about it. */
interface Handling extends ErrorFormat {

    /** The world that it concerns. */
    ServedWorld served();

    /** What was asked for. */
    RequestedOperation operation();

    /** The caller, as far as known by now; null if nobody is. */
    @Nullable
    String user();

    /** The hash of the whole body; null if it was not read to its end. */
    @Nullable
    String bodySha256();

    /** What was read of a body that can be shown; empty for the bytes of files. */
    default ByteString body() {
        return ByteString.EMPTY;
    }

    /** What the caller should know beside the answer; null if there is nothing. */
    default @Nullable String remark() {
        return null;
    }

    /** What is answered when the server itself fails. */
    Answer defect();

    /** Does it. Faults within the request's body strike here. */
    Reply handle(BodyDisturbance faults) throws IOException;
}
