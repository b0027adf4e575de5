package io.encord4j.fake.internal.control;

import io.encord4j.fake.internal.dispatch.Reply;
import io.encord4j.fake.internal.http.Answer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One line of the routing table: a method, a path with {@code {names}}, and what answers. */
record ControlRoute(String method, String template, HeldEndpoint endpoint) {

    /** Answers at once. */
    interface Endpoint {
        Answer answer(ControlCall call) throws IOException;
    }

    /** Answers, or tells what has to be waited for. */
    interface HeldEndpoint {
        Reply answer(ControlCall call) throws IOException;
    }

    static ControlRoute of(String method, String template, Endpoint endpoint) {
        return new ControlRoute(method, template, call -> new Reply.Now(endpoint.answer(call)));
    }

    /** Matches a path; gives the values of the names. */
    Optional<Map<String, String>> match(String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                values.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
