package io.encord4j.internal.http;

import io.encord4j.AuthenticationException;
import io.encord4j.AuthorisationException;
import io.encord4j.CloudDownloadException;
import io.encord4j.CloudUploadException;
import io.encord4j.DuplicateSshKeyException;
import io.encord4j.EncordException;
import io.encord4j.ErrorDetails;
import io.encord4j.FileSizeNotSupportedException;
import io.encord4j.FileTypeNotSupportedException;
import io.encord4j.GenericServerException;
import io.encord4j.InvalidArgumentsException;
import io.encord4j.InvalidDateFormatException;
import io.encord4j.MethodNotAllowedException;
import io.encord4j.OperationNotAllowedException;
import io.encord4j.PayloadTooLargeException;
import io.encord4j.RateLimitExceededException;
import io.encord4j.ResourceExistsException;
import io.encord4j.ResourceNotFoundException;
import io.encord4j.SshKeyNotFoundException;
import io.encord4j.UnknownServerException;
import io.encord4j.UploadOperationNotSupportedException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which error class a token or status becomes, with its message and remedy. */
final class ServerErrors {

    private static final String CHECK_CREDENTIAL = "Check that the credential is valid and belongs to this dataset, and"
            + " that the domain is the platform (EU or US) it was made on.";
    private static final String CHECK_ACCESS = "Ask an admin of the dataset or organisation for access.";
    private static final String CHECK_ID = "Check the id, and that the credential may see what it stands for.";
    private static final String CHECK_KEY = "Check on the platform's settings page which keys are registered.";
    private static final String TRY_LATER = "Try again later.";
    private static final String EXPIRED = "If the URL has expired, ask for a new one.";

    private ServerErrors() {}

    /**
     * The error for a token of an RPC answer.
     *
     * @param complete puts the facts of the call to the words
     */
    static EncordException ofToken(@Nullable String token, UnaryOperator<ErrorDetails> complete) {
        Words words = new Words(complete);
        return switch (token == null ? "" : token) {
            case "AUTHENTICATION_ERROR" ->
                new AuthenticationException(words.of("The server does not accept the credential.", CHECK_CREDENTIAL));
            case "AUTHORISATION_ERROR" ->
                new AuthorisationException(words.of("The credential does not allow this.", CHECK_ACCESS));
            case "RESOURCE_NOT_FOUND_ERROR" -> notFound(words);
            case "METHOD_NOT_ALLOWED_ERROR" ->
                new MethodNotAllowedException(words.of("The server does not know this call.", null));
            case "UNKNOWN_ERROR" -> new UnknownServerException(words.of("The server failed.", TRY_LATER), null);
            case "OPERATION_NOT_ALLOWED" ->
                new OperationNotAllowedException(words.of(
                        "The API key lacks the scope for this call.",
                        "Create a key with the scopes dataset.read and dataset.write."));
            case "FILE_TYPE_NOT_SUPPORTED_ERROR" ->
                new FileTypeNotSupportedException(words.of(
                        "The platform does not take files of this type.",
                        "Give image/jpeg, image/png, video/webm or video/mp4."));
            case "FILE_SIZE_NOT_SUPPORTED_ERROR" ->
                new FileSizeNotSupportedException(words.of("The file is too large for the platform.", null));
            case "UPLOAD_OPERATION_NOT_SUPPORTED_ERROR" ->
                new UploadOperationNotSupportedException(words.of(
                        "The dataset does not take this kind of upload.",
                        "Upload files to datasets in Encord's storage; add private data to the others."));
            case "RESOURCE_EXISTS_ERROR" ->
                new ResourceExistsException(words.of("What was to be created exists already.", null));
            case "INVALID_DATE_FORMAT_ERROR" ->
                new InvalidDateFormatException(words.of("The server cannot read a date of the request.", null));
            case "INVALID_ARGUMENTS_ERROR" ->
                new InvalidArgumentsException(words.of("The server refuses a value of the request.", null));
            case "SSH_KEY_NOT_FOUND_ERROR" ->
                new SshKeyNotFoundException(words.of("The platform does not know the SSH key.", CHECK_KEY));
            case "DUPLICATE_SSH_KEY_ERROR" ->
                new DuplicateSshKeyException(words.of("The SSH key is registered more than once.", CHECK_KEY));
            default ->
                new GenericServerException(words.of(
                        token == null
                                ? "The server answered with an error of an unknown form."
                                : "The server answered with an error that this version does not know.",
                        null));
        };
    }

    /** The error for a status of a REST answer. */
    static EncordException ofStatus(int status, @Nullable Duration retryAfter, UnaryOperator<ErrorDetails> complete) {
        Words words = new Words(complete);
        return switch (status) {
            case 400 -> new InvalidArgumentsException(words.of("The server refuses a value of the request.", null));
            case 401 ->
                new AuthenticationException(words.of("The server does not accept the credential.", CHECK_CREDENTIAL));
            case 403 -> new AuthorisationException(words.of("The credential does not allow this.", CHECK_ACCESS));
            case 404 -> notFound(words);
            case 405 -> new MethodNotAllowedException(words.of("The server does not know this call.", null));
            case 413 ->
                new PayloadTooLargeException(
                        words.of("The request is too large for the server.", "Send less at once."));
            case 429 -> new RateLimitExceededException(words.of("Too many requests.", later(retryAfter)), retryAfter);
            case 502, 503, 504 ->
                new UnknownServerException(
                        words.of("The service is temporarily unavailable.", later(retryAfter)), retryAfter);
            default ->
                new UnknownServerException(
                        words.of(
                                "The server answered with the unexpected status " + status + ".",
                                status >= 500 ? later(retryAfter) : null),
                        retryAfter);
        };
    }

    private static String later(@Nullable Duration retryAfter) {
        return retryAfter == null
                ? TRY_LATER
                : "The server asks to wait " + retryAfter.toSeconds() + " s; try again after that.";
    }

    static EncordException notFound(UnaryOperator<ErrorDetails> complete) {
        return notFound(new Words(complete));
    }

    static EncordException ofUpload(int status, UnaryOperator<ErrorDetails> complete) {
        Words words = new Words(complete);
        return new CloudUploadException(
                words.of("The storage refused the file with status " + status + ".", status == 403 ? EXPIRED : null));
    }

    static EncordException ofDownload(int status, UnaryOperator<ErrorDetails> complete) {
        Words words = new Words(complete);
        return new CloudDownloadException(words.of(
                "The storage refused the download with status " + status + ".", status == 403 ? EXPIRED : null));
    }

    private static EncordException notFound(Words words) {
        return new ResourceNotFoundException(words.of("What was asked for does not exist.", CHECK_ID));
    }

    private record Words(UnaryOperator<ErrorDetails> complete) {

        ErrorDetails of(String summary, @Nullable String remedy) {
            return complete.apply(ErrorDetails.of(summary).withRemedy(remedy));
        }
    }
}
