package io.encord4j.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.AuthorisationException;
import io.encord4j.CallException;
import io.encord4j.CloudStorageException;
import io.encord4j.EncordException;
import io.encord4j.UploadFailedException;
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
    private final Gateway gateway;
    private final SpecOperation operation;
    private final Consumer<Caller> call;
    private final Path folder;
    private final RefusingSockets sockets = new RefusingSockets();
    private final WrongEnvelopes envelopes;

    Cell(Stage stage, Gateway gateway, SpecOperation operation, Consumer<Caller> call, Path folder) {
        this.stage = stage;
        this.gateway = gateway;
        this.operation = operation;
        this.call = call;
        this.folder = folder;
        this.envelopes = new WrongEnvelopes(operation);
    }

    /** Calls without any fault; how often the operation is sent and what the state is afterwards. */
    Undisturbed undisturbed() {
        stage.reset();
        String before = stage.state();
        Tried tried = attempt(stage.url(), AMPLE, false);
        assertThat(tried.error())
                .as("the undisturbed call of %s", operation.id())
                .isEmpty();
        if (!operation.repeatable() && !Calls.isPreparation(operation.id())) {
            assertThat(tried.state()).as("what %s changes", operation.id()).isNotEqualTo(before);
        }
        return new Undisturbed(tried.sent(), before, tried.state());
    }

    /** Calls under a fault, compares with what the spec's repeat rule demands, and says in a word how it went. */
    String under(FaultKind kind, Undisturbed undisturbed) {
        stage.reset();
        gateway.reset();
        Optional<FaultReceipt> receipt = kind.toArm(operation).map(stage.world()::arm);
        if (kind == FaultKind.REFUSED) {
            sockets.refuseNext(1);
        }
        if (kind == FaultKind.WRONG_ENVELOPE) {
            envelopes.replaceNext();
        }
        kind.trouble(gateway).ifPresent(trouble -> gateway.answerNext(operation, trouble));
        Tried tried = attempt(
                kind.needsGateway() ? gateway.url() : stage.url(),
                kind.needsImpatience() ? FaultKind.Upload.PATIENCE : AMPLE,
                kind == FaultKind.IDLE_CLOSE);
        String place = operation.id() + " under " + kind.title();

        receipt.ifPresent(armed ->
                assertThat(armed.count()).as("%s: strikes of %s", place, armed).isEqualTo(1));
        kind.trouble(gateway)
                .ifPresent(trouble ->
                        assertThat(gateway.answered()).as("%s: strikes", place).isEqualTo(1));
        if (kind == FaultKind.REFUSED) {
            assertThat(sockets.refused()).as("%s: refused connections", place).isEqualTo(1);
        }
        if (kind.handled() == Handled.NEVER_SENT) {
            assertThat(tried.error()).as(place).isEmpty();
            assertThat(tried.sent()).as("%s: times sent", place).isEqualTo(undisturbed.sent() + gateway.answered());
        } else if (operation.repeatable() && kind.passes(operation)) {
            assertThat(tried.error()).as(place).isEmpty();
            assertThat(tried.sent()).as("%s: times sent", place).isEqualTo(undisturbed.sent() + 1);
        } else {
            assertThat(tried.error()).as(place).containsInstanceOf(kind.error());
            assertThat(tried.sent()).as("%s: times sent", place).isEqualTo(1);
            assertThat(tried.error().get().apiCall())
                    .as("%s: operation of the error", place)
                    .contains(operation.id());
            if (kind.isForbidden()) {
                assertThat(tried.error().get())
                        .as(place)
                        .isInstanceOf(
                                operation.signedUrl() ? CloudStorageException.class : AuthorisationException.class);
            }
        }
        boolean isUndecided = tells(kind, tried, place);
        boolean undone = tried.error().isPresent()
                && (kind.handled() == Handled.NO || Calls.isPreparation(operation.id()))
                && !Calls.isPoll(operation.id());
        String expected = undone ? undisturbed.before() : undisturbed.after();
        assertThat(tried.state()).as("%s: state", place).isEqualTo(expected);
        tried.afterRetry()
                .ifPresent(state -> assertThat(state)
                        .as("%s: state when the upload was retried", place)
                        .isEqualTo(undisturbed.after()));
        String effect = undisturbed.before().equals(undisturbed.after())
                ? ""
                : expected.equals(undisturbed.after()) ? "+" : "-";
        return (tried.error().isEmpty() ? "ok " : isUndecided ? "un " : "no ") + tried.sent() + effect;
    }

    /** Whether the caller is told that the call may have been carried out, which must be so exactly if nobody can know. */
    private boolean tells(FaultKind kind, Tried tried, String place) {
        if (tried.error().isEmpty() || operation.repeatable()) {
            return false;
        }
        tried.undecided()
                .filter(files -> !Calls.isPreparation(operation.id()))
                .ifPresent(undecided -> assertThat(undecided)
                        .as("%s: whether the file is undecided", place)
                        .isEqualTo(kind.leavesDoubt()));
        boolean inWords = false;
        if (tried.error().get() instanceof CallException unanswered) {
            assertThat(unanswered.mayHaveBeenReceived())
                    .as("%s: whether it may have been received", place)
                    .isEqualTo(kind.leavesDoubt());
            assertThat(unanswered.remedy()).as(place).contains("may have been carried out");
            inWords = true;
        }
        return inWords || tried.undecided().orElse(false);
    }

    private Tried attempt(String url, Duration patience, boolean onAClosedConnection) {
        ConnectionPool pool = new ConnectionPool();
        OkHttpClient http = new OkHttpClient.Builder()
                .connectionPool(pool)
                .socketFactory(sockets)
                .addNetworkInterceptor(envelopes)
                .build();
        try (Caller caller = stage.caller(url, http, patience, folder)) {
            if (onAClosedConnection) {
                gateway.closeIdle();
                caller.user().getOrganisationGroups();
                gateway.awaitNoConnections(AMPLE);
                gateway.reset();
                stage.forgetRequests();
            }
            return attempt(caller);
        } finally {
            pool.evictAll();
            http.dispatcher().executorService().shutdown();
        }
    }

    private Tried attempt(Caller caller) {
        try {
            call.accept(caller);
            stage.awaitTheEnd(AMPLE);
            return new Tried(Optional.empty(), sent(), stage.state(), Optional.empty(), Optional.empty());
        } catch (UploadFailedException e) {
            stage.awaitTheEnd(AMPLE);
            int sent = sent();
            String state = stage.state();
            e.report().retryFailed();
            stage.awaitTheEnd(AMPLE);
            return new Tried(
                    Optional.of(rootOf(e)),
                    sent,
                    state,
                    Optional.of(!e.report().undecided().isEmpty()),
                    Optional.of(stage.state()));
        } catch (EncordException e) {
            stage.awaitTheEnd(AMPLE);
            return new Tried(Optional.of(rootOf(e)), sent(), stage.state(), Optional.empty(), Optional.empty());
        }
    }

    /** An upload wraps what went wrong with a file; that is what counts here. */
    private static EncordException rootOf(EncordException error) {
        return error.getCause() instanceof EncordException cause ? rootOf(cause) : error;
    }

    /** How often the client sent it, whoever received it. */
    private int sent() {
        return stage.world().journal().entries(operation.id()).size() + gateway.answered();
    }

    /**
     * How a call went.
     *
     * @param error what the caller was told, the wrapping of uploads taken off
     * @param sent how often the operation was sent
     * @param state the state then
     * @param undecided whether a failed upload says that it does not know about the file; empty for other calls
     * @param afterRetry the state when the failed upload was retried
     */
    private record Tried(
            Optional<EncordException> error,
            int sent,
            String state,
            Optional<Boolean> undecided,
            Optional<String> afterRetry) {}

    /**
     * What the call does when nothing disturbs it.
     *
     * @param sent how often the operation is sent
     * @param before the state before
     * @param after the state after
     */
    record Undisturbed(int sent, String before, String after) {}
}
