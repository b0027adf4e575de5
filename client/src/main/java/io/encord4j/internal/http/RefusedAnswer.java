package io.encord4j.internal.http;

import io.encord4j.wire.json.FreeFormJson;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that is an error. Thrown through OkHttp and Retrofit, which only let an IOException pass. */
final class RefusedAnswer extends IOException {
    private final @Nullable Integer envelopeStatus;
    private final @Nullable String token;
    private final @Nullable String text;
    private final boolean statusOnly;

    private RefusedAnswer(
            @Nullable Integer envelopeStatus, @Nullable String token, @Nullable String text, boolean statusOnly) {
        super("refused");
        this.envelopeStatus = envelopeStatus;
        this.token = token;
        this.text = text;
        this.statusOnly = statusOnly;
    }

    /**
     * The error envelope of an RPC call.
     *
     * @param complete whether it came whole; otherwise its status decides
     */
    static RefusedAnswer rpc(
            int envelopeStatus, @Nullable Object response, @Nullable Object payload, boolean complete) {
        @Nullable String token = onlyString(response);
        Object words = token == null && response != null ? response : payload;
        String text = words == null || words instanceof String ? (String) words : new FreeFormJson().toJson(words);
        return new RefusedAnswer(envelopeStatus, token, text, token == null && !complete);
    }

    private static @Nullable String onlyString(@Nullable Object response) {
        return response instanceof List<?> list && list.size() == 1 && list.get(0) instanceof String token
                ? token
                : null;
    }

    /** An error of which only HTTP has the status. */
    static RefusedAnswer http(@Nullable String text) {
        return new RefusedAnswer(null, null, text, true);
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

    /** Whether there is no token, so that the status decides. */
    boolean isStatusOnly() {
        return statusOnly;
    }
}
