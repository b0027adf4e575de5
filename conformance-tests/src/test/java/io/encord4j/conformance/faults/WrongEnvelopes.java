package io.encord4j.conformance.faults;

import io.encord4j.conformance.contract.SpecOperation;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** Puts something in place of the next answer of an operation that is JSON, but not what the operation answers. */
final class WrongEnvelopes implements Interceptor {

    private final SpecOperation operation;
    private final AtomicInteger toReplace = new AtomicInteger();

    WrongEnvelopes(SpecOperation operation) {
        this.operation = operation;
    }

    void replaceNext() {
        toReplace.set(1);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        MediaType type = response.body().contentType();
        if (type == null || !concerns(chain.request()) || toReplace.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            return response;
        }
        response.close();
        return response.newBuilder()
                .removeHeader("Content-Length")
                .removeHeader("Content-Encoding")
                .body(ResponseBody.create("[{\"unexpected\": true}]", type))
                .build();
    }

    private boolean concerns(Request request) throws IOException {
        if (operation.rpc().isEmpty()) {
            return operation.matches(request.url().encodedPath());
        }
        Buffer body = new Buffer();
        if (request.body() != null && request.body().contentLength() < 100_000) {
            request.body().writeTo(body);
        }
        String text = body.readUtf8();
        return text.contains("\"" + operation.rpc().get().queryType() + "\"")
                && text.contains("\"" + operation.rpc().get().queryMethod() + "\"");
    }
}
