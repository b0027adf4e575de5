package io.encord4j.fake.internal.control;

import io.encord4j.fake.faults.FaultReceipt;
import io.encord4j.fake.internal.faults.FaultableOperations;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.seed.SeedText;
import io.encord4j.fake.internal.worlds.ServedWorld;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arming faults and reading their receipts. A receipt is named by its place in the order of arming, from 1. */
final class FaultEndpoints {

    private static final String FAULTS = "/_fake/worlds/{world}/faults";

    private FaultEndpoints() {}

    static List<ControlRoute> routes() {
        return List.of(
                ControlRoute.of("GET", FAULTS, call -> list(call.world())),
                ControlRoute.of("POST", FAULTS, FaultEndpoints::arm),
                ControlRoute.of("DELETE", FAULTS, FaultEndpoints::clear),
                ControlRoute.of("GET", "/_fake/worlds/{world}/operations", call -> operations(call.world())),
                ControlRoute.of("GET", FAULTS + "/{fault}", call -> {
                    int number = call.number("fault");
                    return ControlAnswers.json(describe(number, receipt(call.world(), number)));
                }),
                ControlRoute.of("DELETE", FAULTS + "/{fault}", FaultEndpoints::disarm));
    }

    private static Answer list(ServedWorld served) {
        List<FaultReceipt> receipts = served.faults().receipts();
        List<Map<String, @Nullable Object>> described = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            described.add(describe(i + 1, receipts.get(i)));
        }
        return ControlAnswers.json(SeedText.object("faults", described));
    }

    private static Answer operations(ServedWorld served) {
        FaultableOperations operations = served.faults().operations();
        return ControlAnswers.json(SeedText.object(
                "operations", operations.all().stream().sorted().toList(),
                "errorTokens", operations.errorTokens().stream().sorted().toList()));
    }

    private static Answer arm(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        FaultReceipt receipt = served.faults().arm(FaultJson.read(call.fields()));
        return ControlAnswers.json(201, describe(served.faults().receipts().indexOf(receipt) + 1, receipt));
    }

    private static Answer clear(ControlCall call) {
        call.world().faults().clear();
        return ControlAnswers.nothing();
    }

    private static Answer disarm(ControlCall call) {
        int number = call.number("fault");
        FaultReceipt receipt = receipt(call.world(), number);
        receipt.disarm();
        return ControlAnswers.json(describe(number, receipt));
    }

    private static FaultReceipt receipt(ServedWorld served, int number) {
        List<FaultReceipt> receipts = served.faults().receipts();
        if (number < 1 || number > receipts.size()) {
            throw new ControlException(
                    404,
                    "World " + served.world().id() + " has no fault " + number + "; " + receipts.size()
                            + " were armed.");
        }
        return receipts.get(number - 1);
    }

    private static Map<String, @Nullable Object> describe(int number, FaultReceipt receipt) {
        List<Map<String, @Nullable Object>> strikes = receipt.strikes().stream()
                .map(strike -> SeedText.object(
                        "sequence", strike.sequence(),
                        "operation", strike.operation(),
                        "position", strike.position()))
                .toList();
        return SeedText.object(
                "id", number, "fault", receipt.fault().toString(), "struck", !strikes.isEmpty(), "strikes", strikes);
    }
}
