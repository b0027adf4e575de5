package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.faults.FaultCall;
import io.encord4j.fake.internal.faults.ClaimedFault;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.HttpExchange;
import io.encord4j.fake.internal.worlds.ServedWorld;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of one exchange: faults, handling, faults, answer, journal. */
final class ExchangeRun {

    private static final System.Logger LOG = System.getLogger(ExchangeRun.class.getName());

    private final HttpExchange http;
    private final Handling handling;
    private final FaultInjector faults;
    private final ExchangeLog log;

    ExchangeRun(HttpExchange http, Handling handling, Pauses pauses) {
        this.http = http;
        this.handling = handling;
        ServedWorld served = handling.served();
        long sequence = served.journal().takeSequence();
        List<ClaimedFault> due = served.faults()
                .claim(new FaultCall(sequence, handling.operation().id(), http.method(), http.path(), handling.user()));
        this.log = new ExchangeLog(http, handling, due, sequence);
        this.faults = new FaultInjector(due, http, log, handling, served.world().clock(), pauses);
    }

    void run() {
        http.whenOver(failure -> log.over(failure == null));
        Reply.Later later = step(this::begin);
        if (later != null) {
            http.hold(later.until(), () -> step(() -> resume(later)));
        }
    }

    private interface Step {
        Reply.@Nullable Later run() throws IOException;
    }

    /** Runs a part of the exchange, and tidies up unless the exchange goes on later. */
    private Reply.@Nullable Later step(Step part) {
        Reply.Later later = null;
        try {
            later = part.run();
        } catch (ConnectionEndedException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "A fault has ended exchange {0}.",
                    handling.operation().id());
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "The connection of {0} is lost: {1}",
                    handling.operation().id(),
                    e);
            http.hangUp();
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            if (later == null) {
                faults.giveBackTheRest();
            }
        }
        return later;
    }

    private Reply.@Nullable Later begin() throws IOException {
        Optional<Answer> instead = faults.beforeHandling();
        if (instead.isPresent()) {
            send(instead.get());
            return null;
        }
        Reply reply = handling.handle(faults);
        if (reply instanceof Reply.Later later) {
            return later.until().isDone() ? resume(later) : later;
        }
        send(faults.afterHandling(((Reply.Now) reply).answer()));
        return null;
    }

    private Reply.@Nullable Later resume(Reply.Later later) throws IOException {
        if (later.until().isCancelled()) {
            throw new IOException("The client did not wait for its answer.");
        }
        send(faults.afterHandling(later.answer().get()));
        return null;
    }

    private void send(Answer answer) throws IOException {
        Answer dated = answer.withHeader(
                "Date", HttpDate.of(handling.served().world().clock().instant()));
        log.answering(dated);
        http.send(dated, out -> faults.aroundResponse(log.copying(out)));
    }

    /** A defect of the server must not look like a lost connection, if there is still a way to tell it. */
    private void fail(Throwable defect) {
        LOG.log(
                System.Logger.Level.ERROR,
                "The fake server failed at " + handling.operation().id() + ".",
                defect);
        try {
            if (http.startOver()) {
                send(handling.defect());
            } else {
                http.hangUp();
            }
        } catch (IOException e) {
            http.hangUp();
        }
    }
}
