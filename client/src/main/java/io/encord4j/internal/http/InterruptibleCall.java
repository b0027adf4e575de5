package io.encord4j.internal.http;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A call that an interrupt of its thread cancels. Interrupts do not reach a thread that waits for a socket, but they do close
 * a channel, whatever that is; so this is one. Making the call on another thread instead would take two more changes of
 * threads, which is more than the client needs for everything else.
 */
final class InterruptibleCall<T> extends AbstractInterruptibleChannel {

    private final Call<T> call;

    InterruptibleCall(Call<T> call) {
        this.call = call;
    }

    /**
     * Makes the call and returns the body of its answer, null if it has none.
     *
     * @throws ClosedByInterruptException if the thread was interrupted
     */
    @Nullable
    T execute() throws IOException {
        boolean completed = false;
        try {
            begin();
            T body = call.execute().body();
            completed = true;
            return body;
        } finally {
            end(completed);
        }
    }

    @Override
    protected void implCloseChannel() {
        call.cancel();
    }
}
