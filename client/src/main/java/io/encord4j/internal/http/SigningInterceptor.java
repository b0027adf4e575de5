package io.encord4j.internal.http;

import io.encord4j.internal.auth.BodySignature;
import io.encord4j.internal.auth.Credential;
import io.encord4j.internal.auth.MessageSignature;
import io.encord4j.internal.auth.SshKey;
import java.io.IOException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The last interceptor before the network: sets the headers of the protocol, and signs exactly what is about to be sent,
 * whatever the interceptors before it made of the request.
 */
final class SigningInterceptor implements Interceptor {

    private final Credential credential;
    private final ServerClock clock;
    private final String userAgent;

    SigningInterceptor(Credential credential, ServerClock clock, String userAgent) {
        this.credential = credential;
        this.clock = clock;
        this.userAgent = userAgent;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Attempt attempt = Attempt.of(request);
        byte[] body = bytes(request.body());
        Headers.Builder headers = request.headers()
                .newBuilder()
                .set("User-Agent", userAgent)
                .set("X-Cloud-Trace-Context", attempt.traceId() + "/1;o=1");
        if (attempt.operation().queryType() == null) {
            signRest(headers, request, body, attempt);
        } else {
            addressRpc(headers, attempt);
            signRpc(headers, body);
        }
        return chain.proceed(request.newBuilder()
                .headers(headers.build())
                .method(request.method(), fixed(request, body))
                .build());
    }

    private void addressRpc(Headers.Builder headers, Attempt attempt) {
        headers.set("Accept", "application/json");
        String resource = attempt.resourceId();
        if (resource != null && !attempt.operation().path().equals("/public/user")) {
            headers.set("ResourceID", resource);
            if (!(credential instanceof Credential.ApiKey)) {
                headers.set("ResourceType", "dataset");
            }
        }
    }

    private void signRpc(Headers.Builder headers, byte[] body) {
        String authorization;
        if (credential instanceof Credential.ApiKey apiKey) {
            authorization = apiKey.value();
        } else if (credential instanceof Credential.Bearer bearer) {
            authorization = "Bearer " + bearer.token();
        } else {
            authorization = BodySignature.authorization(sshKey(), body);
        }
        headers.set("Authorization", authorization);
    }

    private void signRest(Headers.Builder headers, Request request, byte[] body, Attempt attempt) {
        if (credential instanceof Credential.ApiKey) {
            throw new IllegalStateException(
                    "API keys cannot call " + attempt.operation().id());
        }
        if (credential instanceof Credential.Bearer bearer) {
            headers.set("Authorization", "Bearer " + bearer.token());
            return;
        }
        long created = clock.created();
        attempt.signedAt(created);
        MessageSignature signature =
                MessageSignature.of(sshKey(), request.method(), target(request.url()), body, created);
        headers.set("Content-Digest", signature.contentDigest());
        headers.set("Signature-Input", signature.signatureInput());
        headers.set("Signature", signature.signature());
    }

    private SshKey sshKey() {
        return ((Credential.Ssh) credential).key();
    }

    /** Never decoded, and without the fragment, which does not travel. */
    private static String target(HttpUrl url) {
        String query = url.encodedQuery();
        return query == null ? url.encodedPath() : url.encodedPath() + "?" + query;
    }

    private static byte[] bytes(@Nullable RequestBody body) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        Buffer buffer = new Buffer();
        body.writeTo(buffer);
        return buffer.readByteArray();
    }

    /** The bytes that were signed, so that a body that writes itself anew cannot write anything else. */
    private static @Nullable RequestBody fixed(Request request, byte[] body) {
        if (request.body() == null) {
            return request.method().equals("GET") ? null : RequestBody.create(body);
        }
        return RequestBody.create(body, request.body().contentType());
    }
}
