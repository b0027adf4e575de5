package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.RetryAfter;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.AnswerBody;
import io.encord4j.fake.internal.storage.StorageErrors;
import java.time.Instant;
import java.util.Optional;

/** The answers of those effects that are answers. */
final class FaultAnswers {

    private static final String BROKEN_JSON = "{\"status\": 200, \"response\": [\"this answer is cut";

    private FaultAnswers() {}

    static Optional<Answer> of(Effect effect, ErrorFormat dialect, Instant now) {
        if (effect instanceof Effect.ServiceError error) {
            return Optional.of(dialect.serviceError(error));
        }
        if (effect instanceof Effect.Status status) {
            return Optional.of(bare(status.status()));
        }
        if (effect instanceof Effect.RetryLater later) {
            Answer answer = bare(later.status());
            return Optional.of(header(later.after(), now)
                    .map(value -> answer.withHeader("Retry-After", value))
                    .orElse(answer));
        }
        if (effect instanceof Effect.Malformed) {
            return Optional.of(Answer.json(200, AnswerBody.of(BROKEN_JSON)));
        }
        if (effect instanceof Effect.ExpiredUrl) {
            return Optional.of(StorageErrors.expired());
        }
        return Optional.empty();
    }

    private static Answer bare(int status) {
        return Answer.text(status, "text/html", "<html><body>" + status + "</body></html>");
    }

    private static Optional<String> header(RetryAfter after, Instant now) {
        if (after instanceof RetryAfter.Seconds seconds) {
            return Optional.of(String.valueOf(seconds.seconds()));
        }
        if (after instanceof RetryAfter.DateAfter delay) {
            return Optional.of(HttpDate.of(now.plus(delay.delay())));
        }
        if (after instanceof RetryAfter.Date date) {
            return Optional.of(HttpDate.of(date.date()));
        }
        return after instanceof RetryAfter.Garbage garbage ? Optional.of(garbage.text()) : Optional.empty();
    }
}
