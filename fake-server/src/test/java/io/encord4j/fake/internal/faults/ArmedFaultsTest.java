package io.encord4j.fake.internal.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultCall;
import io.encord4j.fake.faults.FaultReceipt;
import io.encord4j.fake.faults.FaultReceipt.Strike;
import io.encord4j.fake.faults.RetryAfter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArmedFaultsTest {

    private final ArmedFaults registry = new ArmedFaults(new FaultableOperations(
            Set.of("getDataset", "deleteData", "listDatasets", "putObject", "getObject"),
            Set.of("getDataset", "deleteData", "putObject"),
            Set.of("putObject", "getObject"),
            Set.of("AUTHORISATION_ERROR", "UNKNOWN_ERROR")));

    @Test
    void strikesTheFirstCallOnceUnlessToldOtherwise() {
        FaultReceipt receipt = registry.arm(Fault.on("getDataset").beforeHandling(new Effect.Reset()));

        assertThat(struck("getDataset", 4)).containsExactly(1L);
        assertThat(receipt.strikes()).containsExactly(new Strike(1, "getDataset", 0));
        assertThat(registry.unfired()).isEmpty();
    }

    @Test
    void strikesFromTheGivenCallOnAsOftenAsTold() {
        registry.arm(Fault.on("getDataset").fromCall(3).times(2).beforeHandling(new Effect.Reset()));

        assertThat(struck("getDataset", 6)).containsExactly(3L, 4L);
    }

    @Test
    void leavesOtherOperationsAlone() {
        FaultReceipt receipt = registry.arm(Fault.on("deleteData").beforeHandling(new Effect.Reset()));

        assertThat(struck("getDataset", 3)).isEmpty();
        assertThat(registry.unfired()).containsExactly(receipt);
        assertThat(receipt.toString()).contains("never struck").contains("deleteData");
    }

    @Test
    void countsOnlyCallsThatMeetTheCondition() {
        registry.arm(Fault.onAny()
                .when(call -> call.sequence() % 2 == 0)
                .fromCall(2)
                .beforeHandling(new Effect.Status(503)));

        assertThat(struck("listDatasets", 8)).containsExactly(4L);
    }

    @Test
    void strikesByReproducibleChance() {
        registry.arm(Fault.onAny().always().withProbability(0.3, 42).beforeHandling(new Effect.Reset()));
        List<Long> first = struck("getDataset", 1000);
        registry.clear();
        registry.arm(Fault.onAny().always().withProbability(0.3, 42).beforeHandling(new Effect.Reset()));

        assertThat(struck("getDataset", 1000)).isEqualTo(first);
        assertThat(first).hasSizeBetween(200, 400);
    }

    @Test
    void doesNotStrikeWhenDisarmed() {
        registry.arm(Fault.onAny().beforeHandling(new Effect.Reset())).disarm();

        assertThat(struck("getDataset", 3)).isEmpty();
    }

    @Test
    void strikesAnotherCallWhenItCouldNotStrikeTheFirst() {
        registry.arm(Fault.on("getDataset").inResponse(1000, new Effect.Truncate()));

        registry.claim(call(1, "getDataset")).forEach(ClaimedFault::giveBack);

        assertThat(struck("getDataset", 1)).containsExactly(1L);
    }

    @Test
    void passesOverOperationsWithoutABodyWhenAnyIsMeant() {
        registry.arm(Fault.onAny().inRequestBody(10, new Effect.Reset()));

        assertThat(struck("listDatasets", 2)).isEmpty();
        assertThat(struck("putObject", 2)).containsExactly(1L);
    }

    @Test
    void refusesAMistypedOperation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.arm(Fault.on("getDatset").beforeHandling(new Effect.Reset())))
                .withMessageContaining("no operation getDatset")
                .withMessageContaining("getDataset");
    }

    @Test
    void refusesAnUnknownToken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        registry.arm(Fault.onAny().beforeHandling(new Effect.ServiceError("AUTHORIZATION_ERROR"))))
                .withMessageContaining("AUTHORISATION_ERROR");
    }

    @Test
    void refusesWhatCannotHappenInThePhase() {
        refuses(Fault.onAny().beforeHandling(new Effect.Truncate()), "cannot happen in the phase before handling");
        refuses(Fault.onAny().afterHandling(new Effect.Slow(1, Duration.ofMillis(1))), "cannot happen");
        refuses(Fault.onAny().inResponse(0, new Effect.Status(500)), "cannot happen");
        refuses(Fault.on("putObject").inRequestBody(0, new Effect.Malformed()), "cannot happen");
        refuses(Fault.on("putObject").afterHandling(new Effect.ExpiredUrl()), "cannot happen");
    }

    @Test
    void refusesWhatDoesNotExistOnTheOperation() {
        refuses(Fault.on("listDatasets").inRequestBody(1, new Effect.Reset()), "listDatasets have no body");
        refuses(Fault.on("getDataset").beforeHandling(new Effect.ExpiredUrl()), "not getDataset");
        refuses(Fault.onAny().beforeHandling(new Effect.ExpiredUrl()), "putObject or getObject");
        refuses(Fault.onStorage().beforeHandling(new Effect.ServiceError("UNKNOWN_ERROR")), "use a status");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.onAny().fromCall(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.onAny().times(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.onAny().withProbability(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.onAny().inResponse(-1, new Effect.Reset()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Effect.Status(200));
        assertThatIllegalArgumentException().isThrownBy(() -> new Effect.RetryLater(500, new RetryAfter.Unsaid()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Effect.Delay(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(Fault::on);
    }

    private void refuses(Fault fault, String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.arm(fault))
                .withMessageContaining(because);
    }

    private List<Long> struck(String operation, int calls) {
        return LongStream.rangeClosed(1, calls)
                .filter(sequence -> {
                    List<ClaimedFault> due = registry.claim(call(sequence, operation));
                    due.forEach(fault -> fault.strike(0));
                    return !due.isEmpty();
                })
                .boxed()
                .toList();
    }

    private static FaultCall call(long sequence, String operation) {
        return new FaultCall(sequence, operation, "POST", "/public", null);
    }
}
