package io.encord4j.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.CallTimeoutException;
import io.encord4j.ConnectionException;
import io.encord4j.ErrorDetails;
import io.encord4j.InterruptedCallException;
import io.encord4j.InvalidValueException;
import io.encord4j.Operation.Cancellation;
import io.encord4j.OperationCancelledException;
import io.encord4j.OperationFailedException;
import io.encord4j.OperationTimeoutException;
import io.encord4j.Outcome;
import io.encord4j.support.Awaiting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingOperationTest {
    private static final Outcome<String> PENDING = new Outcome.Pending<>("7", "SUBMITTED");
    private static final Outcome<String> DONE = new Outcome.Done<>("result");

    private final VirtualTime time = new VirtualTime();
    private final TestThreads background = new TestThreads();
    private final List<Duration> holds = new ArrayList<>();
    private final List<Duration> limits = new ArrayList<>();
    private final Deque<Supplier<Outcome<String>>> script = new ArrayDeque<>();

    @AfterEach
    void leaveNoThread() {
        background.close();
    }

    @Test
    void asksLessAndLessOftenUntilTheWorkIsDone() {
        answers(PENDING, PENDING, PENDING, PENDING, DONE);

        assertThat(asking().await(Duration.ofMinutes(10))).isEqualTo(DONE);

        assertThat(time.sleeps())
                .containsExactly(
                        Duration.ofMillis(1000),
                        Duration.ofMillis(1500),
                        Duration.ofMillis(2250),
                        Duration.ofMillis(3375));
    }

    @Test
    void neverPausesLongerThanHalfAMinute() {
        for (int i = 0; i < 30; i++) {
            answers(PENDING);
        }
        answers(DONE);

        asking().await(Duration.ofDays(1));

        assertThat(time.sleeps()).allMatch(pause -> pause.compareTo(Duration.ofSeconds(30)) <= 0);
    }

    @Test
    void asksOnceMoreAtTheDeadlineAndSaysThatTheTimeIsUp() {
        answers(PENDING, PENDING, PENDING);

        Outcome<String> outcome = asking().await(Duration.ofMillis(1800));

        assertThat(outcome).isEqualTo(new Outcome.TimedOut<>("7", Duration.ofMillis(1800)));
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(800));
        assertThatExceptionOfType(OperationTimeoutException.class)
                .isThrownBy(outcome::orThrow)
                .withMessageContaining("7")
                .withMessageContaining("resume it by its id");
    }

    @Test
    void canBeAwaitedAgainAfterTheDeadline() {
        answers(PENDING, DONE);
        PollingOperation<String> operation = asking();

        assertThat(operation.await(Duration.ZERO)).isInstanceOf(Outcome.TimedOut.class);
        assertThat(operation.await(Duration.ZERO)).isEqualTo(DONE);
    }

    @Test
    void letsTheServiceHoldTheQuestionNoLongerThanThereIsTime() {
        script.add(() -> held(60));
        script.add(() -> held(60));
        script.add(() -> held(5));
        script.add(() -> PENDING);

        holding(60).await(Duration.ofSeconds(125));

        assertThat(holds).startsWith(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(5));
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void doesNotHammerAServiceThatDoesNotHoldTheQuestion() {
        answers(PENDING, PENDING, PENDING, DONE);

        holding(10).await(Duration.ofDays(7));

        assertThat(time.sleeps())
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void rememberTheEndWithoutAskingAgain() {
        answers(DONE);
        PollingOperation<String> operation = asking();

        assertThat(operation.poll()).isEqualTo(DONE);
        assertThat(operation.poll()).isEqualTo(DONE);
        assertThat(operation.await(Duration.ZERO)).isEqualTo(DONE);
        assertThat(operation.cancel()).isEqualTo(Cancellation.ALREADY_ENDED);
        assertThat(holds).hasSize(1);
    }

    @Test
    void failureOfTheWorkIsAnOutcome() {
        OperationFailedException failure = new OperationFailedException("7", List.of("bad file"), List.of());
        answers(new Outcome.Failed<>(failure));

        Outcome<String> outcome = asking().await(Duration.ofMinutes(1));

        assertThatThrownBy(outcome::orThrow).isSameAs(failure).hasMessageContaining("bad file");
    }

    @Test
    void cancellationByTheServiceIsAnOutcome() {
        answers(new Outcome.Cancelled<>("7", true));

        Outcome<String> outcome = asking().await(Duration.ofMinutes(1));

        assertThatExceptionOfType(OperationCancelledException.class)
                .isThrownBy(outcome::orThrow)
                .matches(OperationCancelledException::byService);
    }

    @Test
    void survivesTwoLostAnswersInARow() {
        failsToConnect();
        failsToConnect();
        answers(DONE);

        assertThat(asking().await(Duration.ofMinutes(10))).isEqualTo(DONE);
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    @Test
    void givesUpAfterTheThirdLostAnswerInARow() {
        failsToConnect();
        failsToConnect();
        script.add(() -> {
            throw new CallTimeoutException(ErrorDetails.of("third"), null);
        });

        assertThatExceptionOfType(CallTimeoutException.class).isThrownBy(() -> asking().await(Duration.ofMinutes(10)));
    }

    @Test
    void anInterruptionEndsTheWaitingAndStaysVisible() {
        answers(PENDING);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedCallException.class)
                .isThrownBy(() -> asking().await(Duration.ofMinutes(10)));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void cancelEndsTheWaitingOfOtherThreadsAndLeavesThemUninterrupted() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        PollingOperation<String> operation = new PollingOperation<>(
                "7",
                (hold, limit) -> PENDING,
                Pacing.asking(),
                new Waiting(System::nanoTime, duration -> waitForever(waiting), () -> 0.5),
                background);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Outcome<String>> waiter = background.run(() -> {
            Outcome<String> outcome = operation.await(Duration.ofDays(1));
            interrupted.complete(Thread.currentThread().isInterrupted());
            return outcome;
        });
        waiting.await();

        assertThat(operation.cancel()).isEqualTo(Cancellation.WAITING_STOPPED);

        assertThat(waiter.get(Awaiting.SOON.toSeconds(), TimeUnit.SECONDS))
                .isEqualTo(new Outcome.Cancelled<>("7", false));
        assertThat(interrupted.get(Awaiting.SOON.toSeconds(), TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void theFutureEndsWithTheResult() throws Exception {
        answers(PENDING, DONE);

        assertThat(asking().toCompletableFuture().get(5, TimeUnit.SECONDS)).isEqualTo("result");
    }

    @Test
    void theFutureFailsWithTheTypedError() {
        answers(new Outcome.Failed<>(new OperationFailedException("7", List.of(), List.of())));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> asking().toCompletableFuture().get(5, TimeUnit.SECONDS))
                .withCauseInstanceOf(OperationFailedException.class);
    }

    @Test
    void noQuestionOutlivesTheDeadlineByMuch() {
        answers(PENDING, PENDING, PENDING);

        asking().await(Duration.ofSeconds(2));

        assertThat(limits).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofSeconds(2));
    }

    @Test
    void aQuestionThatTheDeadlineCutsOffIsATimeout() {
        script.add(() -> {
            time.advance(Duration.ofSeconds(12));
            throw new CallTimeoutException(ErrorDetails.of("too long"), null);
        });

        assertThat(asking().await(Duration.ofSeconds(10)))
                .isEqualTo(new Outcome.TimedOut<>("7", Duration.ofSeconds(12)));
    }

    @Test
    void refusesToWaitForANegativeTime() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> asking().await(Duration.ofSeconds(-1)))
                .withMessageContaining("PT-1S");
    }

    private static void waitForever(CountDownLatch waiting) {
        waiting.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException(ErrorDetails.of("interrupted"), e);
        }
    }

    private PollingOperation<String> asking() {
        return new PollingOperation<>("7", this::ask, Pacing.asking(), time.waiting(), background);
    }

    private PollingOperation<String> holding(int seconds) {
        return new PollingOperation<>(
                "7", this::ask, Pacing.holding(Duration.ofSeconds(seconds)), time.waiting(), background);
    }

    private synchronized Outcome<String> ask(Duration hold, Duration limit) {
        holds.add(hold);
        limits.add(limit);
        return script.removeFirst().get();
    }

    @SafeVarargs
    private void answers(Outcome<String>... outcomes) {
        for (Outcome<String> outcome : outcomes) {
            script.add(() -> outcome);
        }
    }

    private Outcome<String> held(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
        return PENDING;
    }

    private void failsToConnect() {
        script.add(() -> {
            throw new ConnectionException(ConnectionException.Kind.UNREACHABLE, ErrorDetails.of("no route"), null);
        });
    }
}
