package io.encord4j.fake.internal.control;

import io.encord4j.fake.internal.dispatch.Reply;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.journal.ExchangeJournal;
import io.encord4j.fake.internal.platform.Alarm;
import io.encord4j.fake.internal.seed.JsonFields;
import io.encord4j.fake.internal.seed.SeedText;
import io.encord4j.fake.internal.worlds.ServedWorld;
import io.encord4j.fake.journal.JournalEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asking the journal, and waiting for it. */
final class JournalEndpoints {

    private static final String JOURNAL = "/_fake/worlds/{world}/journal";
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration FOLLOWED = Duration.ofSeconds(25);
    private static final int LONGEST_TAIL = 1_000;

    private final Alarm alarm;

    JournalEndpoints(Alarm alarm) {
        this.alarm = alarm;
    }

    List<ControlRoute> routes() {
        return List.of(
                ControlRoute.of("GET", JOURNAL, JournalEndpoints::list),
                ControlRoute.of("PUT", JOURNAL, JournalEndpoints::set),
                new ControlRoute("GET", JOURNAL + "/tail", this::follow),
                new ControlRoute("POST", JOURNAL + "/await", this::await),
                ControlRoute.of("POST", JOURNAL + "/assert", JournalEndpoints::assertCount));
    }

    private static Answer list(ControlCall call) {
        ServedWorld served = call.world();
        String operation = call.parameter("operation");
        List<JournalEntry> all = served.journal().entries();
        Iterable<Map<String, @Nullable Object>> entries = () -> all.stream()
                .filter(entry -> operation == null || entry.operation().equals(operation))
                .map(JournalEndpoints::describe)
                .iterator();
        return ControlAnswers.streamed(SeedText.object(
                "entries", entries,
                "dropped", served.journal().dropped(),
                "keepsBodies", served.journal().keepsBodies()));
    }

    private static Answer set(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        JsonFields fields = call.fields();
        boolean keep = fields.flag("keepsBodies", served.journal().keepsBodies());
        fields.end();
        served.journal().keepBodies(keep);
        return ControlAnswers.nothing();
    }

    /** Answers as soon as there is something new, or when the caller should show that it still listens. */
    private Reply follow(ControlCall call) {
        ExchangeJournal journal = call.world().journal();
        int known = call.numberParameter("after", 0, Integer.MAX_VALUE);
        int most = call.numberParameter("limit", LONGEST_TAIL, LONGEST_TAIL);
        CompletableFuture<?> next = call.parameter("after") == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : limited(journal.nextAfter(known), FOLLOWED);
        return new Reply.Later(next, () -> {
            ExchangeJournal.Tail tail = journal.endedAfter(known, most);
            return ControlAnswers.json(SeedText.object(
                    "entries",
                            tail.entries().stream()
                                    .map(JournalEndpoints::describe)
                                    .toList(),
                    "ended", tail.ended(),
                    "forgottenUpTo", tail.forgottenUpTo(),
                    "keepsBodies", journal.keepsBodies()));
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // taking the alarm back cannot fail
    private CompletableFuture<Optional<JournalEntry>> limited(
            CompletableFuture<Optional<JournalEntry>> next, Duration timeout) {
        Alarm.Cancellation timer = alarm.after(timeout, () -> next.complete(Optional.empty()));
        next.whenComplete((entry, failure) -> timer.cancel());
        return next;
    }

    /** No thread waits, so any number of callers can. */
    private Reply await(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        JsonFields fields = call.fields();
        String operation = fields.requiredText("operation");
        Predicate<JournalEntry> condition = condition(fields);
        Duration asked = fields.duration("timeout");
        Duration timeout = asked == null ? Duration.ofSeconds(10) : asked;
        fields.end();
        if (timeout.isNegative() || timeout.compareTo(LONGEST) > 0) {
            throw fields.wrong("timeout", "from PT0S to " + LONGEST);
        }
        CompletableFuture<Optional<JournalEntry>> next =
                limited(served.journal().next(condition), timeout);
        return new Reply.Later(
                next,
                () -> next.join()
                        .map(entry -> ControlAnswers.json(describe(entry)))
                        .orElseGet(() -> ControlAnswers.message(
                                408, "No such exchange of " + operation + " was over within " + timeout + ".")));
    }

    private static Answer assertCount(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        JsonFields fields = call.fields();
        Predicate<JournalEntry> condition = condition(fields);
        int times = fields.smallNumber("times", 1);
        fields.end();
        if (times < 0) {
            throw fields.wrong("times", "0 or more");
        }
        try {
            served.journal().assertCount(condition, times);
            return ControlAnswers.nothing();
        } catch (AssertionError otherwise) {
            throw new ControlException(409, String.valueOf(otherwise.getMessage()));
        }
    }

    private static Predicate<JournalEntry> condition(JsonFields fields) {
        String operation = fields.requiredText("operation");
        int status = fields.smallNumber("status", 0);
        String token = fields.text("errorToken");
        long after = fields.number("afterSequence", 0);
        return entry -> entry.operation().equals(operation)
                && entry.sequence() > after
                && (status == 0 || entry.status() == status)
                && (token == null || Objects.equals(entry.errorToken(), token));
    }

    private static Map<String, @Nullable Object> describe(JournalEntry entry) {
        return SeedText.object(
                "sequence", entry.sequence(),
                "operation", entry.operation(),
                "queryType", entry.queryType(),
                "queryMethod", entry.queryMethod(),
                "user", entry.user(),
                "method", entry.httpMethod(),
                "path", entry.path(),
                "status", entry.status(),
                "errorToken", entry.errorToken(),
                "message", entry.message(),
                "time", entry.time().toString(),
                "duration", entry.duration().toString(),
                "requestBytes", entry.requestBytes(),
                "responseBytes", entry.responseBytes(),
                "bodySha256", entry.bodySha256(),
                "requestBody", entry.requestBody(),
                "responseBody", entry.responseBody(),
                "fault", entry.fault(),
                "progress", entry.progress().name());
    }
}
