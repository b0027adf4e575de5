package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.http.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What a service says to a call: an answer, or that it has to be waited for. */
public sealed interface Reply {

    /**
     * An answer.
     */
    record Now(Answer answer) implements Reply {}

    /**
     * An answer that is held back. No thread waits for it.
     *
     * @param until completes when the answer can be made; cancelled when nobody waits any more
     * @param answer makes the answer; called once, after that
     */
    record Later(CompletableFuture<?> until, Supplier<Answer> answer) implements Reply {}
}
