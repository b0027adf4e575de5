package io.encord4j;

import java.util.Optional;
import java.util.OptionalInt;
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
 *     out.println(e.operation() + " failed with " + e.errorToken() + ", trace " + e.traceId());
 * }
 * }</pre>
 */
public abstract sealed class EncordException extends RuntimeException
        permits CallException,
                CloudStorageException,
                ConfigurationException,
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
     * Which operation failed.
     *
     * @return its id in the API description, such as {@code deleteData}; empty if none was involved
     */
    public final Optional<String> operation() {
        return Optional.ofNullable(details.call().operation());
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status, or empty if there was no answer
     */
    public final OptionalInt httpStatus() {
        return optional(details.answer().httpStatus());
    }

    /**
     * The status inside the RPC envelope, which is the one that counts there.
     *
     * @return the status, or empty if the answer was no RPC envelope
     */
    public final OptionalInt envelopeStatus() {
        return optional(details.answer().envelopeStatus());
    }

    /**
     * The error token of an RPC answer.
     *
     * @return a token such as {@code RESOURCE_NOT_FOUND_ERROR}, or empty
     */
    public final Optional<String> errorToken() {
        return Optional.ofNullable(details.answer().errorToken());
    }

    /**
     * What the server says about the error.
     *
     * @return its text, with whatever looks like a secret blotted out; or empty
     */
    public final Optional<String> serverText() {
        return Optional.ofNullable(details.answer().text());
    }

    /**
     * The id under which Encord's support can find the last attempt of the call.
     *
     * @return 32 hexadecimal digits, or empty if nothing was sent
     */
    public final Optional<String> traceId() {
        return Optional.ofNullable(details.call().traceId());
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
     * @return a sentence, or empty
     */
    public final Optional<String> remedy() {
        return Optional.ofNullable(details.remedy());
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
