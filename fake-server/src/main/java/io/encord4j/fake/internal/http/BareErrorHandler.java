package io.encord4j.fake.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests that are not even HTTP in the form of the REST interface, without echoing anything of them. */
final class BareErrorHandler implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // An unknown version of HTTP is the sender's fault as well: 5xx is kept for what a fault asks for.
        int status = response.getStatus() < 400 || response.getStatus() == 505 ? 400 : response.getStatus();
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        String json = "{\"message\": \"The server cannot read this request (HTTP " + status + ").\"}";
        response.write(true, ByteBuffer.wrap(json.getBytes(UTF_8)), callback);
        return true;
    }
}
