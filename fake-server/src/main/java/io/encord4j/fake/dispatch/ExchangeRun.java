package io.encord4j.fake.dispatch;

import io.encord4j.fake.faults.ClaimedFault;
import io.encord4j.fake.faults.FaultCall;
import io.encord4j.fake.http.Answer;
import io.encord4j.fake.http.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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
        long sequence = served.journal().nextSequence();
        List<ClaimedFault> due = served.faults()
                .claim(new FaultCall(sequence, handling.operation(), http.method(), http.path(), handling.user()));
        this.faults = new FaultInjector(due, http, handling, served.world().clock(), pauses);
        this.log = new ExchangeLog(http, handling, faults, sequence);
    }

    void run() {
        http.whenOver(failure -> log.over(failure == null));
        try {
            Answer answer = decide();
            Answer dated = answer.withHeader(
                    "Date", HttpDate.of(handling.served().world().clock().instant()));
            log.answering(dated);
            http.send(dated, faults::aroundResponse);
        } catch (ConnectionEndedException e) {
            LOG.log(System.Logger.Level.DEBUG, "A fault has ended exchange {0}.", handling.operation());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The connection of {0} is lost: {1}", handling.operation(), e);
            http.hangUp();
        } finally {
            faults.giveBackTheRest();
        }
    }

    private Answer decide() throws IOException {
        Optional<Answer> instead = faults.beforeHandling();
        if (instead.isPresent()) {
            return instead.get();
        }
        return faults.afterHandling(handle());
    }

    /** A defect of the server must not look like a lost connection. */
    private Answer handle() throws IOException {
        try {
            return handling.handle(faults);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The fake server failed at " + handling.operation() + ".", e);
            return handling.defect();
        }
    }
}
