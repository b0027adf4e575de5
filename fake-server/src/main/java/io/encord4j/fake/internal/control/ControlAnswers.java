package io.encord4j.fake.internal.control;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.AnswerBody;
import io.encord4j.fake.internal.seed.SeedText;
import io.encord4j.fake.wire.json.FreeFormJson;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** The forms of control answers. */
final class ControlAnswers {

    private ControlAnswers() {}

    static Answer json(Map<String, @Nullable Object> object) {
        return json(200, object);
    }

    static Answer json(int status, Map<String, @Nullable Object> object) {
        return Answer.json(status, AnswerBody.of(new FreeFormJson().toJson(object)));
    }

    /** An answer that may be large, which never stands in memory as a whole. */
    static Answer streamed(Map<String, @Nullable Object> object) {
        return Answer.json(200, new AnswerBody.Streamed(OptionalLong.empty(), out -> {
            BufferedSink sink = Okio.buffer(Okio.sink(out));
            new FreeFormJson().toJson(sink, object);
            sink.flush();
        }));
    }

    static Answer message(int status, String text) {
        return json(status, SeedText.object("message", text));
    }

    static Answer nothing() {
        return new Answer(204, List.of(), AnswerBody.EMPTY, null);
    }
}
