package io.encord4j.fake.internal.seed;

import io.encord4j.fake.Completion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When long work ends, as fields of a JSON object. */
public final class CompletionJson {

    private enum Ending {
        IMMEDIATELY,
        AFTER_DURATION,
        AFTER_POLLS,
        BY_HAND
    }

    private CompletionJson() {}

    public static Completion read(JsonFields fields) {
        return switch (fields.choice("ends", Ending.class)) {
            case IMMEDIATELY -> new Completion.Immediately();
            case AFTER_DURATION -> new Completion.After(fields.requiredDuration("duration"));
            case AFTER_POLLS -> new Completion.AfterPolls(fields.smallNumber("afterPolls", 1));
            case BY_HAND -> new Completion.ByHand();
        };
    }

    static Map<String, @Nullable Object> write(Completion completion) {
        if (completion instanceof Completion.After after) {
            return SeedText.object(
                    "ends",
                    Ending.AFTER_DURATION.name(),
                    "duration",
                    after.duration().toString());
        }
        if (completion instanceof Completion.AfterPolls afterPolls) {
            return SeedText.object("ends", Ending.AFTER_POLLS.name(), "afterPolls", afterPolls.polls());
        }
        Ending ending = completion instanceof Completion.ByHand ? Ending.BY_HAND : Ending.IMMEDIATELY;
        return SeedText.object("ends", ending.name());
    }
}
