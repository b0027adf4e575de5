package io.encord4j.fake.control;

import io.encord4j.fake.dispatch.Dispatcher;
import io.encord4j.fake.http.Answer;
import io.encord4j.fake.http.AnswerBody;
import io.encord4j.fake.http.HttpExchange;

/** The endpoints under {@code /_fake/}, for callers on this machine. */
public final class ControlEndpoints implements Dispatcher.ControlService {

    /** Makes the endpoints. */
    public ControlEndpoints() {}

    @Override
    public Answer answer(HttpExchange request) {
        if (!request.isFromLoopback()) {
            return message(403, "The control endpoints can be reached from this machine only.");
        }
        if (request.path().equals("/_fake/health")) {
            return request.method().equals("GET")
                    ? Answer.json(200, AnswerBody.of("{\"live\": true, \"ready\": true}"))
                    : message(405, "This path takes GET only.");
        }
        return message(404, "There is no such control endpoint.");
    }

    private static Answer message(int status, String text) {
        return Answer.json(status, AnswerBody.of("{\"message\": \"" + text + "\"}"));
    }
}
