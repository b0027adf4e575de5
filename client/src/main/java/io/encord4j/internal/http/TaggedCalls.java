package io.encord4j.internal.http;

import io.encord4j.wire.api.WireCall;
import io.encord4j.wire.api.WireOperation;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Invocation;

/** Makes the calls of a Retrofit interface, each with an {@link Attempt} of its own. */
final class TaggedCalls implements Call.Factory {

    private final OkHttpClient client;
    private final RandomGenerator random;

    TaggedCalls(OkHttpClient client, RandomGenerator random) {
        this.client = client;
        this.random = random;
    }

    @Override
    public Call newCall(Request request) {
        Attempt attempt = new Attempt(operation(request), request.url(), traceId());
        return client.newCall(request.newBuilder().tag(Attempt.class, attempt).build());
    }

    private static WireOperation operation(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        WireCall call = invocation == null ? null : invocation.method().getAnnotation(WireCall.class);
        if (call == null) {
            throw new IllegalArgumentException("Only methods with @WireCall can be called");
        }
        return call.value();
    }

    private String traceId() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
