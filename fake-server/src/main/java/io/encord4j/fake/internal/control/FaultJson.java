package io.encord4j.fake.internal.control;

import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultBuilder;
import io.encord4j.fake.faults.Phase;
import io.encord4j.fake.faults.RetryAfter;
import io.encord4j.fake.internal.seed.JsonFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads a fault as the description has it. What cannot be is refused when the fault is armed. */
final class FaultJson {

    private enum PhaseName {
        BEFORE_HANDLING,
        AFTER_HANDLING,
        IN_REQUEST_BODY,
        IN_RESPONSE
    }

    private enum EffectName {
        SERVICE_ERROR,
        STATUS,
        RETRY_LATER,
        DELAY,
        RESET,
        TRUNCATE,
        MALFORMED,
        SLOW,
        EXPIRED_URL
    }

    private FaultJson() {}

    static Fault read(JsonFields fields) {
        List<String> operations = fields.texts("operations");
        FaultBuilder builder = operations.isEmpty() ? Fault.onAny() : Fault.on(operations.toArray(new String[0]));
        builder.fromCall(fields.number("fromCall", 1)).times(fields.number("times", 1));
        if (fields.flag("always", false)) {
            builder.always();
        }
        double probability = fields.decimal("probability", 1);
        builder.withProbability(probability, fields.number("seed", 0));
        Phase phase = phase(fields);
        JsonFields effect = fields.requiredObject("effect");
        Effect read = effect(effect);
        effect.end();
        fields.end();
        return builder.in(phase, read);
    }

    private static Phase phase(JsonFields fields) {
        long at = fields.number("at", 0);
        return switch (fields.choice("phase", PhaseName.class)) {
            case BEFORE_HANDLING -> new Phase.BeforeHandling();
            case AFTER_HANDLING -> new Phase.AfterHandling();
            case IN_REQUEST_BODY -> new Phase.InRequestBody(at);
            case IN_RESPONSE -> new Phase.InResponse(at);
        };
    }

    private static Effect effect(JsonFields effect) {
        return switch (effect.choice("type", EffectName.class)) {
            case SERVICE_ERROR -> new Effect.ServiceError(effect.requiredText("token"), effect.text("payload"));
            case STATUS -> new Effect.Status(effect.smallNumber("status", 500));
            case RETRY_LATER -> new Effect.RetryLater(effect.smallNumber("status", 503), retryAfter(effect));
            case DELAY -> new Effect.Delay(effect.requiredDuration("duration"));
            case RESET -> new Effect.Reset();
            case TRUNCATE -> new Effect.Truncate();
            case MALFORMED -> new Effect.Malformed();
            case SLOW -> new Effect.Slow(effect.smallNumber("bytesAtOnce", 1), effect.requiredDuration("pause"));
            case EXPIRED_URL -> new Effect.ExpiredUrl();
        };
    }

    /** The first that is given counts. */
    private static RetryAfter retryAfter(JsonFields effect) {
        long seconds = effect.number("seconds", -1);
        Duration dateAfter = effect.duration("dateAfter");
        Instant date = effect.instant("date");
        String garbage = effect.text("garbage");
        if (seconds >= 0) {
            return new RetryAfter.Seconds(seconds);
        }
        if (dateAfter != null) {
            return new RetryAfter.DateAfter(dateAfter);
        }
        if (date != null) {
            return new RetryAfter.Date(date);
        }
        return garbage == null ? new RetryAfter.Unsaid() : new RetryAfter.Garbage(garbage);
    }
}
