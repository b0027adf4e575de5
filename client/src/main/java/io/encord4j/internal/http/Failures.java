package io.encord4j.internal.http;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import io.encord4j.CallTimeoutException;
import io.encord4j.CancelledException;
import io.encord4j.ConnectionException;
import io.encord4j.EncordException;
import io.encord4j.ErrorDetails;
import io.encord4j.ErrorDetails.Answer;
import io.encord4j.InterruptedCallException;
import io.encord4j.MalformedAnswerException;
import io.encord4j.UntrustedServerException;
import io.encord4j.wire.api.WireOperation;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Turns whatever an attempt ended with into an error for the user. */
final class Failures {

    private static final Pattern JSON_PATH = Pattern.compile("at path (\\$\\S{0,200})");

    private final Redaction redaction;
    private final ServerClock clock;

    Failures(Redaction redaction, ServerClock clock) {
        this.redaction = redaction;
        this.clock = clock;
    }

    /**
     * The error for an attempt that failed.
     *
     * @param failure what OkHttp, Retrofit, Moshi or we ourselves threw
     * @param attempt the last attempt
     * @param tries the attempts until now
     */
    EncordException of(Exception failure, Attempt attempt, Tries tries) {
        if (failure instanceof EncordException typed) {
            return typed;
        }
        if (failure instanceof LocalFailure local) {
            return local.error();
        }
        if (failure instanceof RefusedAnswer refused) {
            return refusal(refused, attempt, tries);
        }
        if (failure instanceof EmptyResult empty) {
            return empty.ofRead()
                    ? ServerErrors.notFound(completion(attempt, tries, null))
                    : malformed("The server reports success without a result.", null, attempt, tries);
        }
        if (failure instanceof BoundedJson.TooLarge tooLarge) {
            return malformed(String.valueOf(tooLarge.getMessage()), null, attempt, tries);
        }
        if (isUnreadable(failure, attempt)) {
            return malformed(unreadable(failure, attempt), failure, attempt, tries);
        }
        if (failure instanceof IOException network) {
            return network(network, attempt, tries);
        }
        throw (RuntimeException) failure;
    }

    EncordException interrupted(@Nullable Exception cause, Attempt attempt, Tries tries) {
        ErrorDetails details =
                ErrorDetails.of("The thread was interrupted while it waited.").withRemedy(doubt(attempt, tries, null));
        return new InterruptedCallException(completion(attempt, tries, null).apply(details), cause);
    }

    EncordException closed(@Nullable Exception cause, Attempt attempt, Tries tries) {
        ErrorDetails details =
                ErrorDetails.of("The client was closed during the call.").withRemedy(doubt(attempt, tries, null));
        return new CancelledException(completion(attempt, tries, null).apply(details), cause);
    }

    EncordException deadline(Duration limit, Attempt attempt, Tries tries) {
        ErrorDetails details = ErrorDetails.of("The call took longer than " + limit.toMillis() + " ms in all.")
                .withRemedy("Allow more with callTimeout.");
        return new CallTimeoutException(completion(attempt, tries, null).apply(details), null);
    }

    /** How long the server asks to wait; null if it does not. */
    @Nullable
    Duration retryAfter(Attempt attempt) {
        return HttpDates.retryAfter(attempt.headers().get("Retry-After"), clock.now());
    }

    private EncordException refusal(RefusedAnswer refused, Attempt attempt, Tries tries) {
        UnaryOperator<ErrorDetails> complete = completion(attempt, tries, refused);
        WireOperation operation = attempt.operation();
        int status = attempt.httpStatus();
        if (attempt.toStorage()) {
            return operation.httpMethod().equals("PUT")
                    ? ServerErrors.ofUpload(status, complete)
                    : ServerErrors.ofDownload(status, complete);
        }
        if (!refused.isStatusOnly()) {
            return ServerErrors.ofToken(refused.token(), complete);
        }
        Integer inner = refused.envelopeStatus();
        return ServerErrors.ofStatus(inner == null ? status : inner, retryAfter(attempt), complete);
    }

    private EncordException malformed(String summary, @Nullable Exception failure, Attempt attempt, Tries tries) {
        ErrorDetails details = ErrorDetails.of(summary)
                .withRemedy(doubt(
                        attempt,
                        tries,
                        "Check that the domain is that of an Encord API, and that no proxy answers in its place."));
        @Nullable Throwable cause = failure == null ? null : redaction(attempt).cause(failure);
        return new MalformedAnswerException(completion(attempt, tries, null).apply(details), cause);
    }

    /** Whether the answer came whole, and its content was the trouble. */
    private static boolean isUnreadable(Exception failure, Attempt attempt) {
        boolean answered = attempt.httpStatus() != 0 && attempt.readFailure() == null;
        return answered
                && (failure instanceof JsonDataException
                        || failure instanceof JsonEncodingException
                        || failure instanceof EOFException
                        || failure instanceof RuntimeException);
    }

    private String unreadable(Exception failure, Attempt attempt) {
        String opening = attempt.opening().strip();
        if (opening.isEmpty()) {
            return "The answer is empty, where JSON was expected.";
        }
        // Only pages of gateways are shown: the beginning of any other answer may be what it exists to hand out.
        if (opening.startsWith("<")) {
            return "The answer is no JSON but begins with: "
                    + redaction(attempt).text(opening);
        }
        Matcher path = JSON_PATH.matcher(String.valueOf(failure.getMessage()));
        String place = path.find() ? " at " + redaction(attempt).text(path.group(1)) : "";
        return "The answer cannot be read" + place + ": it is no JSON, incomplete, or not what the operation answers.";
    }

    private EncordException network(IOException failure, Attempt attempt, Tries tries) {
        UnaryOperator<ErrorDetails> complete = completion(attempt, tries, null);
        Throwable cause = redaction(attempt).cause(failure);
        String host = attempt.host();
        if (failure instanceof InterruptedIOException) {
            ErrorDetails details = ErrorDetails.of(
                            attempt.sent()
                                    ? host + " did not answer in time."
                                    : "No connection to " + host + " was made in time.")
                    .withRemedy(doubt(
                            attempt, tries, "Check the network, or allow more time with the timeouts of the options."));
            return new CallTimeoutException(complete.apply(details), cause);
        }
        if (!attempt.sent() && isDistrust(failure)) {
            ErrorDetails details = ErrorDetails.of(
                            "The certificate of " + host + " is not trusted, or is that of another host.")
                    .withRemedy("Check the domain. If a proxy of your network answers in the server's place, add its "
                            + "authority to the trust store of Java, or give the client options an httpClient that "
                            + "trusts it.");
            return new UntrustedServerException(complete.apply(details), cause);
        }
        ConnectionException.Kind kind = kind(failure, attempt);
        ErrorDetails details = ErrorDetails.of(
                        switch (kind) {
                            case UNKNOWN_HOST -> "The host " + host + " is unknown.";
                            case REFUSED -> host + " refused the connection.";
                            case UNREACHABLE -> host + " cannot be reached.";
                            case TLS -> "No encrypted connection to " + host + " could be agreed on.";
                            case LOST -> "The connection to " + host + " was lost during the call.";
                        })
                .withRemedy(doubt(attempt, tries, "Check the domain, the network and proxy settings."));
        return new ConnectionException(kind, complete.apply(details), cause);
    }

    private static ConnectionException.Kind kind(IOException failure, Attempt attempt) {
        if (attempt.sent()) {
            return ConnectionException.Kind.LOST;
        }
        if (failure instanceof UnknownHostException) {
            return ConnectionException.Kind.UNKNOWN_HOST;
        }
        if (failure instanceof SSLException) {
            return ConnectionException.Kind.TLS;
        }
        boolean refused = failure instanceof ConnectException
                && failure.getCause() instanceof ConnectException cause
                && String.valueOf(cause.getMessage()).contains("refused");
        return refused ? ConnectionException.Kind.REFUSED : ConnectionException.Kind.UNREACHABLE;
    }

    /** Says so if a call that must not be repeated may have been carried out. */
    private static @Nullable String doubt(Attempt attempt, Tries tries, @Nullable String remedy) {
        if (!tries.sent() || attempt.operation().repeatable()) {
            return remedy;
        }
        return "It may have been carried out; look before you repeat it." + (remedy == null ? "" : " " + remedy);
    }

    /** A certificate does not become better by asking again. */
    static boolean isDistrust(Exception failure) {
        return failure instanceof SSLPeerUnverifiedException
                || (failure instanceof SSLException && failure.getCause() instanceof CertificateException);
    }

    private UnaryOperator<ErrorDetails> completion(Attempt attempt, Tries tries, @Nullable RefusedAnswer refused) {
        @Nullable Integer httpStatus = attempt.httpStatus() == 0 ? null : attempt.httpStatus();
        Answer answer = refused == null
                ? new Answer(httpStatus, null, null, null)
                : new Answer(
                        httpStatus,
                        refused.envelopeStatus(),
                        clean(refused.token(), attempt),
                        clean(refused.text(), attempt));
        // Signed URLs go to other services than the one that knows trace ids.
        @Nullable String traceId = attempt.sent() && !attempt.toStorage() ? attempt.traceId() : null;
        String redirect = attempt.refusedRedirect();
        return details -> (redirect == null
                        ? details
                        : details.withSummary(redirect).withRemedy("Check the domain."))
                .withAnswer(answer)
                .withCall(new ErrorDetails.Call(attempt.operation().id(), traceId, tries.count(), tries.sent()));
    }

    private @Nullable String clean(@Nullable String text, Attempt attempt) {
        return text == null ? null : redaction(attempt).text(text);
    }

    private Redaction redaction(Attempt attempt) {
        return attempt.toStorage() ? redaction.andOf(attempt.urls()) : redaction;
    }

    /**
     * The attempts until now.
     *
     * @param count how many
     * @param sent whether any byte of any of them may have reached the server
     */
    record Tries(int count, boolean sent) {

        static final Tries NONE = new Tries(0, false);

        Tries next() {
            return new Tries(count + 1, sent);
        }

        Tries after(Attempt attempt) {
            return new Tries(count, sent || attempt.sent());
        }
    }
}
