package io.encord4j.fake.internal.control;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.AnswerBody;
import io.encord4j.fake.wire.json.FreeFormJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    static Answer message(int status, String text) {
        return json(status, object("message", text));
    }

    static Answer nothing() {
        return new Answer(204, List.of(), AnswerBody.EMPTY, null);
    }

    /** Names and values in turn; nulls are allowed, unlike in {@link Map#of}. */
    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }
}
