package io.encord4j;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server answered, and the answer is an error. The subclasses are the tokens and statuses of the protocol. */
public abstract sealed class ServerException extends EncordException
        permits AuthenticationException,
                AuthorisationException,
                DuplicateSshKeyException,
                FileSizeNotSupportedException,
                FileTypeNotSupportedException,
                GenericServerException,
                InvalidArgumentsException,
                InvalidDateFormatException,
                MethodNotAllowedException,
                OperationNotAllowedException,
                PayloadTooLargeException,
                RateLimitExceededException,
                ResourceExistsException,
                ResourceNotFoundException,
                SshKeyNotFoundException,
                UnknownServerException,
                UploadOperationNotSupportedException {

    /** How long to wait, if the server said so. */
    private final @Nullable Duration retryAfter;

    ServerException(ErrorDetails details) {
        this(details, null);
    }

    ServerException(ErrorDetails details, @Nullable Duration retryAfter) {
        super(details, null);
        this.retryAfter = retryAfter;
    }

    /**
     * How long the server asked to wait before the next request.
     *
     * @return the time from {@code Retry-After}; null if the server sent none that can be read
     */
    public final @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
