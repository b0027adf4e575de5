package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.worlds.ServedWorld;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a request turned out to be, before anything was done about it. */
interface Handling extends ErrorFormat {

    /** The world that it concerns. */
    ServedWorld served();

    /** The operation's id. */
    String operation();

    /** The caller, as far as known by now; null if nobody is. */
    @Nullable
    String user();

    /** The hash of the whole body, as far as it was read. */
    @Nullable
    String bodySha256();

    /** What is answered when the server itself fails. */
    Answer defect();

    /** Does it. Faults within the request's body strike here. */
    Reply handle(FaultInjector faults) throws IOException;
}
