package io.encord4j;

import org.jspecify.annotations.Nullable;

/**
 * Whatever goes wrong between a program and Encord: the root of a sealed family.
 *
 * <p>The message is made for people: what happened, where, and what to do. Programs look at the class and at the parts
 * below. Neither holds a secret: no key, token, passphrase, signature, or query of a signed URL.
 *
 * <pre>{@code
 * try {
 *     client.deleteData(dataHash);
 * } catch (AuthorisationException e) {
 *     out.println("Not a member of the dataset: " + e.getMessage());
 * } catch (RateLimitExceededException e) {
 *     out.println("Too many calls; the service asks to wait " + e.retryAfter());
 * } catch (EncordException e) {
 *     out.println(e.apiCall() + " failed with " + e.errorToken() + ", trace " + e.traceId());
 * }
 * }</pre>
 */
public abstract sealed class EncordException extends RuntimeException
        permits CallException,
                CloudStorageException,
                InputException,
                OperationException,
                ServerException,
                UploadFailedException {

    /** All that is known about the failure. */
    private final ErrorDetails details;

    EncordException(ErrorDetails details, @Nullable Throwable cause) {
        super(details.message(), cause);
        this.details = details;
    }

    /**
     * All that is known about the failure.
     *
     * @return the parts of which the message is made
     */
    public final ErrorDetails details() {
        return details;
    }

    /**
     * Which call of the API failed.
     *
     * @return its name in the API description, such as {@code deleteData}; null if no call was made
     */
    public final @Nullable String apiCall() {
        return details.call().name();
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status; null if there was no answer
     */
    public final @Nullable Integer httpStatus() {
        return details.answer().httpStatus();
    }

    /**
     * The status inside the RPC envelope, which is the one that counts there.
     *
     * @return the status; null if the answer was no RPC envelope
     */
    public final @Nullable Integer envelopeStatus() {
        return details.answer().envelopeStatus();
    }

    /**
     * The error token of an RPC answer.
     *
     * @return a token such as {@code RESOURCE_NOT_FOUND_ERROR}; null if the answer had none
     */
    public final @Nullable String errorToken() {
        return details.answer().errorToken();
    }

    /**
     * What the server says about the error.
     *
     * @return its text, with secrets redacted; null if it said nothing
     */
    public final @Nullable String serverText() {
        return details.answer().text();
    }

    /**
     * The id under which Encord's support can find the last attempt of the call.
     *
     * @return 32 hexadecimal digits; null if nothing was sent
     */
    public final @Nullable String traceId() {
        return details.call().traceId();
    }

    /**
     * How often the call was tried.
     *
     * @return 1 or more for calls; 0 if no call was involved
     */
    public final int attempts() {
        return details.call().attempts();
    }

    /**
     * What to do about it, where that is known.
     *
     * @return a sentence; null if nothing is known
     */
    public final @Nullable String remedy() {
        return details.remedy();
    }
}
