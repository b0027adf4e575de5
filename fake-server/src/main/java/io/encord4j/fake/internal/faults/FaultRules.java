package io.encord4j.fake.internal.faults;

import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.Fault.Selection;
import io.encord4j.fake.faults.Phase;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Refuses faults that could never strike, or that nobody would notice. */
final class FaultRules {

    private final FaultableOperations operations;

    FaultRules(FaultableOperations operations) {
        this.operations = operations;
    }

    void check(Fault fault) {
        if (fault.selection() instanceof Selection.Operations some) {
            some.ids().forEach(this::checkKnown);
            some.ids().forEach(id -> checkOperation(fault, id));
        } else if (fault.effect() instanceof Effect.ExpiredUrl) {
            throw refusal(
                    "Only uploads and downloads have URLs that expire: arm the fault for putObject or getObject.");
        }
        if (!fault.effect().fits(fault.phase())) {
            throw refusal(fault.effect() + " cannot happen in the phase " + fault.phase() + ".");
        }
        if (fault.effect() instanceof Effect.ServiceError error
                && !operations.errorTokens().contains(error.token())) {
            throw refusal("The service has no error token " + error.token() + ". It has: "
                    + sorted(operations.errorTokens()) + ".");
        }
    }

    boolean concerns(Fault fault, String operation) {
        boolean selected = fault.selection() instanceof Selection.Operations some
                ? some.ids().contains(operation)
                : true;
        return selected && problem(fault, operation) == null;
    }

    private void checkKnown(String id) {
        if (!operations.all().contains(id)) {
            throw refusal("There is no operation " + id + ". There are: " + sorted(operations.all()) + ".");
        }
    }

    private void checkOperation(Fault fault, String id) {
        String problem = problem(fault, id);
        if (problem != null) {
            throw refusal(problem);
        }
    }

    private @Nullable String problem(Fault fault, String id) {
        if (fault.phase() instanceof Phase.InRequestBody
                && !operations.withRequestBody().contains(id)) {
            return "The requests of " + id + " have no body in which a fault could strike.";
        }
        boolean storage = operations.storage().contains(id);
        if (fault.effect() instanceof Effect.ExpiredUrl && !storage) {
            return "Only uploads and downloads have URLs that expire, not " + id + ".";
        }
        if (fault.effect() instanceof Effect.ServiceError && storage) {
            return "The storage knows no error tokens: use a status for " + id + ".";
        }
        return null;
    }

    private static IllegalArgumentException refusal(String message) {
        return new IllegalArgumentException("This fault cannot be armed. " + message);
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }
}
