package io.encord4j.conformance.recording;

import io.encord4j.conformance.contract.Exchange;
import io.encord4j.conformance.contract.Exchange.Body;
import io.encord4j.conformance.contract.Exchange.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.ForwardingSink;
import okio.GzipSource;
import okio.Okio;

/**
 * Notes each exchange of an OkHttp client as it is on the wire, retries and redirects one by one. JSON is kept whole; of anything else only the
 * size is kept, so that uploads of any size pass through unbuffered.
 */
public final class Recorder implements Interceptor {

    private final Queue<Recorded> recorded = new ConcurrentLinkedQueue<>();

    /** What was recorded so far, oldest first. */
    public List<Recorded> exchanges() {
        return List.copyOf(recorded);
    }

    /** Adds an exchange that went another way than through OkHttp. */
    void add(Recorded exchange) {
        recorded.add(exchange);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body == null) {
            return answered(request, Body.NONE, chain.proceed(request));
        }
        if (isJson(body.contentType())) {
            Buffer copy = new Buffer();
            body.writeTo(copy);
            return answered(request, new Body.Bytes(copy.readUtf8()), chain.proceed(request));
        }
        CountedBody counted = new CountedBody(body);
        Response response = chain.proceed(
                request.newBuilder().method(request.method(), counted).build());
        return answered(request, new Body.Bulk(counted.sent), response);
    }

    private Response answered(Request request, Body sent, Response response) throws IOException {
        HttpUrl url = request.url();
        String query = url.encodedQuery();
        recorded.add(new Recorded(
                new Exchange(
                        request.method(),
                        url.encodedPath() + (query == null ? "" : "?" + query),
                        headers(request.headers()),
                        sent,
                        response.code(),
                        headers(response.headers()),
                        received(response)),
                true));
        return response;
    }

    private static Body received(Response response) throws IOException {
        if (!isJson(response.body().contentType())) {
            return new Body.Bulk(Math.max(0, response.body().contentLength()));
        }
        BufferedSource source = response.peekBody(Long.MAX_VALUE).source();
        boolean gzip = "gzip".equalsIgnoreCase(response.header("Content-Encoding"));
        try (BufferedSource plain = gzip ? Okio.buffer(new GzipSource(source)) : source) {
            return new Body.Bytes(plain.readUtf8());
        }
    }

    private static boolean isJson(MediaType type) {
        return type != null && type.subtype().equals("json");
    }

    private static List<Header> headers(Headers headers) {
        List<Header> list = new ArrayList<>();
        headers.forEach(pair -> list.add(new Header(pair.getFirst(), pair.getSecond())));
        return list;
    }

    /**
     * An exchange and what the sender meant by it.
     *
     * @param exchange what was on the wire
     * @param honest whether the request was meant to be right; if not, only its answer is judged
     */
    public record Recorded(Exchange exchange, boolean honest) {}

    private static final class CountedBody extends RequestBody {

        private final RequestBody body;
        private long sent;

        CountedBody(RequestBody body) {
            this.body = body;
        }

        @Override
        public MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return body.isOneShot();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sent = 0;
            BufferedSink counting = Okio.buffer(new ForwardingSink(sink) {
                @Override
                public void write(Buffer source, long byteCount) throws IOException {
                    super.write(source, byteCount);
                    sent += byteCount;
                }
            });
            body.writeTo(counting);
            counting.emit();
        }
    }
}
