package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Phase;
import io.encord4j.fake.internal.faults.ClaimedFault;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.HttpExchange;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Carries out the faults that are due for one exchange. */
final class FaultInjector implements BodyDisturbance {

    private final List<ClaimedFault> due;
    private final HttpExchange http;
    private final ExchangeLog log;
    private final ErrorFormat dialect;
    private final Clock clock;
    private final Pauses pauses;

    FaultInjector(
            List<ClaimedFault> due,
            HttpExchange http,
            ExchangeLog log,
            ErrorFormat dialect,
            Clock clock,
            Pauses pauses) {
        this.due = due;
        this.http = http;
        this.log = log;
        this.dialect = dialect;
        this.clock = clock;
        this.pauses = pauses;
    }

    /** Strikes before handling; gives the answer that takes the place of handling, if there is one. */
    Optional<Answer> beforeHandling() throws ConnectionEndedException {
        return strike(Phase.BeforeHandling.class, 0);
    }

    /** Strikes after handling; gives the answer to send. */
    Answer afterHandling(Answer handled) throws ConnectionEndedException {
        return strike(Phase.AfterHandling.class, 0).orElse(handled);
    }

    /** Puts the faults into the rest of a body. An answer leaves as an {@link EarlyAnswerException}. */
    @Override
    public InputStream around(InputStream body, long alreadyRead) {
        InputStream disturbed = body;
        for (ClaimedFault fault : due) {
            if (fault.phase() instanceof Phase.InRequestBody within) {
                disturbed = new InterruptedInput(disturbed, Math.max(0, within.at() - alreadyRead), () -> {
                    Optional<Answer> answer = carryOut(fault, within.at());
                    if (answer.isPresent()) {
                        throw new EarlyAnswerException(answer.get());
                    }
                });
            }
        }
        return disturbed;
    }

    /** Puts the faults into the body of the answer. */
    OutputStream aroundResponse(OutputStream out) {
        OutputStream disturbed = out;
        for (ClaimedFault fault : due) {
            if (fault.phase() instanceof Phase.InResponse within) {
                disturbed = disturbed(disturbed, fault, within.at());
            }
        }
        return disturbed;
    }

    /** Takes back what did not strike. */
    void giveBackTheRest() {
        due.forEach(ClaimedFault::giveBack);
    }

    private OutputStream disturbed(OutputStream out, ClaimedFault fault, long at) {
        if (fault.effect() instanceof Effect.Slow slow) {
            return new SlowOutput(out, at, slow.bytesAtOnce(), () -> {
                fault.strike(at);
                pauses.pause(slow.pause());
            });
        }
        if (fault.effect() instanceof Effect.Malformed) {
            return new GarblingOutput(out, at, () -> fault.strike(at));
        }
        return new InterruptedOutput(out, at, () -> carryOut(fault, at));
    }

    private Optional<Answer> strike(Class<? extends Phase> phase, long position) throws ConnectionEndedException {
        for (ClaimedFault fault : due) {
            if (phase.isInstance(fault.phase())) {
                Optional<Answer> answer = carryOut(fault, position);
                if (answer.isPresent()) {
                    return answer;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Answer> carryOut(ClaimedFault fault, long position) throws ConnectionEndedException {
        fault.strike(position);
        Effect effect = fault.effect();
        if (effect instanceof Effect.Delay delay) {
            pauses.pause(delay.duration());
            return Optional.empty();
        }
        if (effect instanceof Effect.Reset) {
            log.cutting();
            http.reset();
            throw new ConnectionEndedException();
        }
        if (effect instanceof Effect.Truncate) {
            log.cutting();
            http.hangUp();
            throw new ConnectionEndedException();
        }
        return FaultAnswers.of(effect, dialect, clock.instant());
    }
}
