package io.encord4j.golden;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Gives the golden answers one after the other, and keeps the requests. */
final class ReplayServer implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final List<Recorded> requests = new ArrayList<>();

    ReplayServer(List<GoldenLine> script) throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request, script);
            }
        });
        server.start();
    }

    private synchronized MockResponse answer(RecordedRequest request, List<GoldenLine> script) {
        requests.add(new Recorded(request, base()));
        if (requests.size() > script.size()) {
            return new MockResponse.Builder()
                    .code(418)
                    .body("too many requests")
                    .build();
        }
        GoldenLine line = script.get(requests.size() - 1);
        return new MockResponse.Builder()
                .code(line.answerStatus())
                .setHeader("Content-Type", line.answerType())
                .body(line.answerBody().replace(GoldenLine.BASE, base()))
                .build();
    }

    String base() {
        return "http://" + server.getHostName() + ":" + server.getPort();
    }

    synchronized List<Recorded> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.close();
    }
}
