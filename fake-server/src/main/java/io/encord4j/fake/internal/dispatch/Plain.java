package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.AnswerBody;
import io.encord4j.fake.internal.http.DamagedBodyException;

/** Errors outside of all interfaces, in the form of the REST interface. */
final class Plain {

    private Plain() {}

    static Answer damaged(DamagedBodyException damage) {
        return message(400, String.valueOf(damage.getMessage()));
    }

    /** The message must need no escaping in JSON. */
    static Answer message(int status, String message) {
        return Answer.json(status, AnswerBody.of("{\"message\": \"" + message + "\"}"))
                .failing("HTTP_" + status, message);
    }
}
