package io.encord4j.fake.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request on a connection, and the ways to end it: by an answer, by hanging up, or by resetting the connection. */
public final class HttpExchange implements IncomingRequest {

    /** Many clients write a whole file before they look whether it is refused; Python's stops at the first byte that nobody takes. */
    private static final long MOST_DRAINED = 4L * 1024 * 1024 * 1024;

    private static final int DRAIN_BUFFER = 64 * 1024;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Request jettyRequest;
    private final String baseUrl;
    private final Patience patience;
    private final ByteCount received = new ByteCount();
    private final ByteCount sent = new ByteCount();
    private @Nullable InputStream body;
    private boolean damaged;
    private @Nullable Held held;

    private record Held(CompletableFuture<?> until, Runnable resume) {}

    HttpExchange(HttpServletRequest request, HttpServletResponse response, BaseUrls baseUrls, Duration patience) {
        this.request = request;
        this.response = response;
        this.jettyRequest = ServletContextRequest.getServletContextRequest(request);
        this.baseUrl = baseUrls.of(request);
        this.patience = new Patience(patience);
        // A handler may take its time; a read or a write may not, and fails by the idle time of the connection.
        jettyRequest.addIdleTimeoutListener(idle -> false);
        EndPoint endPoint = endPoint();
        long idleBetweenRequests = endPoint.getIdleTimeout();
        endPoint.setIdleTimeout(patience.toMillis());
        whenOver(failure -> endPoint.setIdleTimeout(idleBetweenRequests));
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return request.getRequestURI();
    }

    @Override
    public @Nullable String query() {
        return request.getQueryString();
    }

    @Override
    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    @Override
    public List<String> headerNames() {
        return Collections.list(request.getHeaderNames());
    }

    @Override
    public String baseUrl() {
        return baseUrl;
    }

    @Override
    public InputStream body() throws IOException {
        InputStream open = body;
        if (open == null) {
            open = received.counting(incoming());
            body = open;
        }
        return open;
    }

    /**
     * Puts something around the stream of the body, to disturb it. To be called before the body is read.
     *
     * @param disturbance what to put around it
     * @throws IOException if the connection is gone
     */
    public void disturbBody(UnaryOperator<InputStream> disturbance) throws IOException {
        body = disturbance.apply(body());
    }

    /**
     * Tells how much was received so far.
     *
     * @return bytes of body
     */
    public long bytesReceived() {
        return received.get();
    }

    /**
     * Tells how much was sent so far.
     *
     * @return bytes of body
     */
    public long bytesSent() {
        return sent.get();
    }

    /**
     * Tells from where the request came.
     *
     * @return whether it came from this machine
     */
    public boolean isFromLoopback() {
        return HostNames.isLoopback(request.getRemoteAddr());
    }

    /**
     * Registers who is told when the exchange is over: after the last byte of the answer is on the wire, or when the
     * connection is lost.
     *
     * @param listener is given null when the answer was sent completely, and otherwise what happened
     */
    public void whenOver(Consumer<@Nullable Throwable> listener) {
        Request.addCompletionListener(jettyRequest, listener);
    }

    /**
     * Sends an answer.
     *
     * @param onTheWire what to put around the stream of the body, to disturb it; identity for an undisturbed answer
     * @throws IOException if the connection is gone, or the body cannot be produced; the connection is closed then, so
     *     that nobody takes the answer for complete
     */
    public void send(Answer answer, UnaryOperator<OutputStream> onTheWire) throws IOException {
        if (damaged) {
            response.setHeader("Connection", "close");
        } else {
            drain();
        }
        response.setStatus(answer.status());
        response.setContentType(null); // Javalin has put its default there.
        answer.headers().forEach(header -> response.addHeader(header.name(), header.value()));
        answer.body().length().ifPresent(response::setContentLengthLong);
        try {
            OutputStream out = response.getOutputStream();
            if (!method().equals("HEAD")) {
                answer.body().writeTo(onTheWire.apply(sent.counting(patience.writing(out))));
            }
            out.close();
        } catch (IOException e) {
            hangUp();
            throw e;
        }
    }

    /**
     * Sends an answer without reading the body, and closes the connection.
     *
     * @param answer the answer, which is not held by the client's reading
     */
    void refuse(Answer answer) {
        response.setHeader("Connection", "close");
        response.setStatus(answer.status());
        response.setContentType(null); // Javalin has put its default there.
        answer.headers().forEach(header -> response.addHeader(header.name(), header.value()));
        try (OutputStream out = response.getOutputStream()) {
            answer.body().writeTo(out);
        } catch (IOException e) {
            hangUp();
        }
    }

    /**
     * Forgets an answer that was begun.
     *
     * @return whether another answer can be sent; not if a part of the first one is on the wire
     */
    public boolean startOver() {
        if (response.isCommitted()) {
            return false;
        }
        response.reset();
        return true;
    }

    /**
     * Lets the exchange go on later, without a thread in between. To be called last, by the handler; the body must have been
     * read to its end.
     *
     * @param until when it completes the exchange goes on; it is cancelled if the client ends the connection before
     * @param resume ends the exchange, on a thread of the server; also called after the client has ended the connection
     */
    public void hold(CompletableFuture<?> until, Runnable resume) {
        held = new Held(until, resume);
    }

    /** Gives what begins the waiting, if the handler asked for it; the future completes when the exchange is over. */
    Optional<Supplier<CompletableFuture<?>>> held() {
        return Optional.ofNullable(held).map(asked -> () -> begin(asked));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the other future tells when everything is over
    private CompletableFuture<?> begin(Held asked) {
        CompletableFuture<?> over = new CompletableFuture<>();
        PeerWatch watch = PeerWatch.begin(jettyRequest, () -> asked.until().cancel(false));
        asked.until().whenComplete((result, failure) -> {
            watch.end();
            jettyRequest.getComponents().getExecutor().execute(() -> {
                try {
                    asked.resume().run();
                } finally {
                    over.complete(null);
                }
            });
        });
        return over;
    }

    EndPoint endPoint() {
        return jettyRequest.getConnectionMetaData().getConnection().getEndPoint();
    }

    /** Closes the connection in order, whatever was sent of an answer. */
    public void hangUp() {
        Connections.close(jettyRequest);
    }

    /** Closes the connection so that the peer's next read or write fails with a reset. */
    public void reset() {
        Connections.reset(jettyRequest);
    }

    private InputStream incoming() throws IOException {
        return patience.reading(new WholeBody(request.getInputStream(), jettyRequest, () -> damaged = true));
    }

    /**
     * Reads what is left of a body that was refused, up to a limit: many clients look at the answer only after they
     * have sent everything. A client that asked before sending is not made to send.
     */
    private void drain() throws IOException {
        if (request.getHeader("Expect") != null && bytesReceived() == 0) {
            return;
        }
        InputStream rest = incoming();
        if (rest.read() < 0) {
            return; // Nearly always; a buffer for what is not there would cost more than the rest of the exchange.
        }
        byte[] buffer = new byte[DRAIN_BUFFER];
        long left = MOST_DRAINED;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = rest.read(buffer);
            left -= read;
        }
    }
}
