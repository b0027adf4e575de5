package io.encord4j;

import org.jspecify.annotations.Nullable;

/** The call ended without an answer that can be used: nobody answered, too late, in the wrong form, or nobody waited. */
public abstract sealed class CallException extends EncordException
        permits CallTimeoutException,
                CancelledException,
                ConnectionException,
                InterruptedCallException,
                MalformedAnswerException,
                UntrustedServerException {

    CallException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    /**
     * Whether the server may have received the request, or a part of it.
     *
     * @return false if no byte of any attempt left this machine, so that nothing can have happened
     */
    public boolean mayHaveBeenReceived() {
        return details().call().requestSent();
    }
}
