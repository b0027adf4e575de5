package io.encord4j.fake.internal.control;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.seed.SeedText;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A piece of a list, as the parameters {@code offset} and {@code limit} ask for it. */
final class Piece {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    private Piece() {}

    static <T> Answer of(
            ControlCall call, String name, Collection<T> all, Function<T, Map<String, @Nullable Object>> describe) {
        int offset = call.numberParameter("offset", 0, Integer.MAX_VALUE);
        int limit = call.numberParameter("limit", USUAL, MOST);
        return ControlAnswers.json(SeedText.object(
                name, all.stream().skip(offset).limit(limit).map(describe).toList(), "total", all.size()));
    }
}
