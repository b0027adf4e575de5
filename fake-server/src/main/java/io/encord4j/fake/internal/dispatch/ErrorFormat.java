package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.internal.http.Answer;

/** How the side of the server that a request reached words the errors that faults ask for. */
interface ErrorFormat {

    /** An error in the service's own words. */
    Answer serviceError(Effect.ServiceError error);
}
