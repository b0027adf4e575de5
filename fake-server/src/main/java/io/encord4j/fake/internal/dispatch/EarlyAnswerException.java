package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.http.Answer;
import java.io.IOException;

/** A fault answers while the request is still coming. */
final class EarlyAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    EarlyAnswerException(Answer answer) {
        super("A fault answers before the body is complete.");
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
