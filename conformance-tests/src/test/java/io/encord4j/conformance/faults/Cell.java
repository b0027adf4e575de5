package io.encord4j.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.EncordException;
import io.encord4j.conformance.contract.SpecOperation;
import io.encord4j.conformance.faults.FaultKind.Handled;
import io.encord4j.conformance.faults.Stage.Caller;
import io.encord4j.fake.faults.FaultReceipt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** One operation under one fault: what must happen, what did. */
final class Cell {

    private static final Duration AMPLE = Duration.ofSeconds(30);

    private final Stage stage;
    private final SpecOperation operation;
    private final Consumer<Caller> call;
    private final Path folder;
    private final RefusingSockets sockets = new RefusingSockets();
    private final WrongEnvelopes envelopes;

    Cell(Stage stage, SpecOperation operation, Consumer<Caller> call, Path folder) {
        this.stage = stage;
        this.operation = operation;
        this.call = call;
        this.folder = folder;
        this.envelopes = new WrongEnvelopes(operation);
    }

    /** Calls without any fault; how often the operation is sent and what the state is afterwards. */
    Undisturbed undisturbed() {
        stage.reset();
        String before = stage.state();
        Optional<EncordException> error = attempt(AMPLE);
        assertThat(error).as("the undisturbed call of %s", operation.id()).isEmpty();
        stage.awaitTheEnd(AMPLE);
        String after = stage.state();
        if (!operation.repeatable() && !Calls.isPreparation(operation.id())) {
            assertThat(after).as("what %s changes", operation.id()).isNotEqualTo(before);
        }
        return new Undisturbed(sent(), before, after);
    }

    /** Calls under a fault, compares with what the spec's repeat rule demands, and says in a word how it went. */
    String under(FaultKind kind, Undisturbed undisturbed) {
        stage.reset();
        Optional<FaultReceipt> receipt = kind.toArm(operation).map(stage.world()::arm);
        if (kind == FaultKind.REFUSED) {
            sockets.refuseNext(1);
        }
        if (kind == FaultKind.WRONG_ENVELOPE) {
            envelopes.replaceNext();
        }
        boolean impatient = kind == FaultKind.SLOW_BEFORE || kind == FaultKind.SLOW_AFTER;
        Optional<EncordException> error = attempt(impatient ? FaultKind.Upload.PATIENCE : AMPLE);
        stage.awaitTheEnd(AMPLE);
        String place = operation.id() + " under " + kind.title();

        receipt.ifPresent(armed ->
                assertThat(armed.count()).as("%s: strikes of %s", place, armed).isEqualTo(1));
        int sent = sent();
        if (kind.handled() == Handled.NEVER_SENT) {
            assertThat(sockets.refused()).as("%s: refused connections", place).isEqualTo(1);
            assertThat(error).as(place).isEmpty();
            assertThat(sent).as("%s: times sent", place).isEqualTo(undisturbed.sent());
        } else if (operation.repeatable() && kind.passes(operation)) {
            assertThat(error).as(place).isEmpty();
            assertThat(sent).as("%s: times sent", place).isEqualTo(undisturbed.sent() + 1);
        } else {
            assertThat(error).as(place).containsInstanceOf(kind.error());
            assertThat(sent).as("%s: times sent", place).isEqualTo(1);
            assertThat(error.get().apiCall())
                    .as("%s: operation of the error", place)
                    .contains(operation.id());
        }
        boolean undone = error.isPresent() && (kind.handled() == Handled.NO || Calls.isPreparation(operation.id()));
        String expected = undone ? undisturbed.before() : undisturbed.after();
        assertThat(stage.state()).as("%s: state", place).isEqualTo(expected);
        String effect = undisturbed.before().equals(undisturbed.after())
                ? ""
                : expected.equals(undisturbed.after()) ? "+" : "-";
        return (error.isEmpty() ? "ok " : "no ") + sent + effect;
    }

    private Optional<EncordException> attempt(Duration patience) {
        ConnectionPool pool = new ConnectionPool();
        OkHttpClient http = new OkHttpClient.Builder()
                .connectionPool(pool)
                .socketFactory(sockets)
                .addNetworkInterceptor(envelopes)
                .build();
        try (Caller caller = stage.caller(http, patience, folder)) {
            call.accept(caller);
            return Optional.empty();
        } catch (EncordException e) {
            return Optional.of(rootOf(e));
        } finally {
            pool.evictAll();
            http.dispatcher().executorService().shutdown();
        }
    }

    /** An upload wraps what went wrong with a file; that is what counts here. */
    private static EncordException rootOf(EncordException error) {
        return error.getCause() instanceof EncordException cause ? rootOf(cause) : error;
    }

    private int sent() {
        return stage.world().journal().entries(operation.id()).size();
    }

    /**
     * What the call does when nothing disturbs it.
     *
     * @param sent how often the operation is sent
     * @param before the state before
     * @param after the state after
     */
    record Undisturbed(int sent, String before, String after) {}
}
