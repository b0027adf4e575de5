package io.encord4j.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** Tells the rivals to answer the small call with the bytes that the fake answers it with. */
public final class Stubs {

    private static final String ANSWER =
            "{\\\"status\\\": 200, \\\"response\\\": {\\\"title\\\": \\\"Benchmark\\\", \\\"resource_type\\\": \\\"dataset\\\"}}";

    private Stubs() {}

    /** Through its admin interface. */
    public static void tellWireMock(int port) throws IOException {
        tell(port, RawConnection.post("/__admin/mappings", """
                {"request": {"method": "POST", "url": "/public"},
                 "response": {"status": 200, "body": "%s", "headers": {"Content-Type": "application/json"}}}""".formatted(ANSWER)));
    }

    /** Through its control plane. */
    public static void tellMockServer(int port) throws IOException {
        String expectation = """
                {"httpRequest": {"method": "POST", "path": "/public"},
                 "httpResponse": {"statusCode": 200, "body": "%s", "headers": {"Content-Type": ["application/json"]}}}""".formatted(ANSWER);
        byte[] post = RawConnection.post("/mockserver/expectation", expectation);
        tell(port, new String(post, UTF_8).replaceFirst("POST", "PUT").getBytes(UTF_8));
    }

    private static void tell(int port, byte[] request) throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            int status = connection.exchange(request).status();
            if (status != 201) {
                throw new IOException("The stub was answered with " + status + ".");
            }
        }
    }
}
