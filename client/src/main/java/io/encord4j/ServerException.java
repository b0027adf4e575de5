package io.encord4j;

/**
 * The server answered, and the answer is an error. The subclasses are the tokens and statuses of the protocol.
 */
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

    ServerException(ErrorDetails details) {
        super(details, null);
    }
}
