package io.encord4j.fake.internal.auth;

import io.encord4j.fake.internal.auth.Authentication.Reason;
import io.encord4j.fake.internal.auth.Authentication.Refused;
import java.util.List;

/** Returns the kinds of credential apart and checks the signed ones. Stateless and safe for use by many threads. */
public final class Authenticator {

    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";

    public Authenticator() {}

    /** Judges the credential of an RPC call: a body signature, a bearer token, or else an API key. */
    public Authentication ofRpc(RequestHeaders headers, byte[] body) {
        List<String> values = headers.values(AUTHORIZATION);
        if (values.size() != 1) {
            return missingOrRepeated(values);
        }
        String value = values.get(0);
        if (BodySignature.hasForm(value)) {
            return BodySignature.verify(value, body);
        }
        if (value.startsWith(BEARER)) {
            return bearer(value);
        }
        if (value.isBlank()) {
            return new Refused(Reason.MALFORMED, "The Authorization header is blank.");
        }
        return new Authentication.ApiKey(value);
    }

    /**
     * Judges the credential of a REST call: a bearer token, or a message signature.
     *
     * @param body the exact bytes of the body; none are an empty array
     */
    public Authentication ofRest(String method, String target, RequestHeaders headers, byte[] body) {
        List<String> values = headers.values(AUTHORIZATION);
        if (values.isEmpty()) {
            return MessageSignature.verify(method, target, headers, body);
        }
        if (values.size() > 1) {
            return missingOrRepeated(values);
        }
        if (values.get(0).startsWith(BEARER)) {
            return bearer(values.get(0));
        }
        return new Refused(
                Reason.UNSUPPORTED,
                "This interface takes a message signature or a bearer token; the Authorization header holds neither.");
    }

    private static Authentication bearer(String value) {
        String token = value.substring(BEARER.length()).strip();
        return token.isEmpty()
                ? new Refused(Reason.MALFORMED, "The bearer token is empty.")
                : new Authentication.Bearer(token);
    }

    private static Refused missingOrRepeated(List<String> values) {
        return values.isEmpty()
                ? new Refused(Reason.MISSING, "There is no Authorization header.")
                : new Refused(
                        Reason.MALFORMED, "There are " + values.size() + " Authorization headers; one is allowed.");
    }
}
