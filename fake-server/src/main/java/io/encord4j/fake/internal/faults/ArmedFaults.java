package io.encord4j.fake.internal.faults;

import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultCall;
import io.encord4j.fake.faults.FaultReceipt;
import io.encord4j.fake.faults.FaultRegistry;
import io.encord4j.fake.faults.Phase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults of one world, as the server claims them. */
public final class ArmedFaults implements FaultRegistry {

    private final FaultableOperations operations;
    private final FaultRules rules;
    private final List<ArmedFault> armed = new CopyOnWriteArrayList<>();

    public ArmedFaults(FaultableOperations operations) {
        this.operations = operations;
        this.rules = new FaultRules(operations);
    }

    public FaultableOperations operations() {
        return operations;
    }

    @Override
    public FaultReceipt arm(Fault fault) {
        rules.check(fault);
        ArmedFault receipt = new ArmedFault(fault);
        armed.add(receipt);
        return receipt;
    }

    @Override
    public List<FaultReceipt> receipts() {
        return List.copyOf(armed);
    }

    @Override
    public List<FaultReceipt> unfired() {
        return armed.stream()
                .filter(receipt -> !receipt.struck())
                .<FaultReceipt>map(receipt -> receipt)
                .toList();
    }

    @Override
    public void clear() {
        armed.forEach(FaultReceipt::disarm);
        armed.clear();
    }

    /** Returns whether a fault may strike while a request is still coming, used up or not. */
    public boolean strikesWithinRequests() {
        return armed.stream().anyMatch(receipt -> receipt.fault().phase() instanceof Phase.InRequestBody);
    }

    /** Takes the faults that are due for a call, in the order of arming. */
    public List<ClaimedFault> claim(FaultCall call) {
        return armed.stream()
                .filter(receipt -> rules.concerns(receipt.fault(), call.operation()) && receipt.claim(call))
                .map(receipt -> new ClaimedFault(receipt, call))
                .toList();
    }
}
