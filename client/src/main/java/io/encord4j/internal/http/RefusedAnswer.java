package io.encord4j.internal.http;

import io.encord4j.wire.json.FreeFormJson;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complete answer that says no. Thrown through OkHttp and Retrofit, which let nothing but an IOException pass. */
final class RefusedAnswer extends IOException {

    private final @Nullable Integer envelopeStatus;
    private final @Nullable String token;
    private final @Nullable String text;

    private RefusedAnswer(@Nullable Integer envelopeStatus, @Nullable String token, @Nullable String text) {
        super("refused");
        this.envelopeStatus = envelopeStatus;
        this.token = token;
        this.text = text;
    }

    /** The error envelope of an RPC call. */
    static RefusedAnswer rpc(int envelopeStatus, @Nullable Object response, @Nullable Object payload) {
        @Nullable String token = onlyString(response);
        Object words = token == null && response != null ? response : payload;
        String text = words == null || words instanceof String ? (String) words : new FreeFormJson().toJson(words);
        return new RefusedAnswer(envelopeStatus, token, text);
    }

    private static @Nullable String onlyString(@Nullable Object response) {
        return response instanceof List<?> list && list.size() == 1 && list.get(0) instanceof String token
                ? token
                : null;
    }

    /** The error status of a REST call or of the storage; HTTP has the status. */
    static RefusedAnswer http(@Nullable String text) {
        return new RefusedAnswer(null, null, text);
    }

    @Nullable
    Integer envelopeStatus() {
        return envelopeStatus;
    }

    @Nullable
    String token() {
        return token;
    }

    @Nullable
    String text() {
        return text;
    }
}
