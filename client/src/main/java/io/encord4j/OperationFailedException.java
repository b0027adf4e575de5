package io.encord4j;

import java.util.List;

/** The service says that the work has failed. */
public final class OperationFailedException extends OperationException {
    private final transient List<UnitError> unitErrors;

    private static final int SHOWN = 10;

    /** What the service says. */
    private final String[] errors;

    /**
     * Creates the error.
     *
     * @param errors what the service says went wrong
     * @param unitErrors the same by unit
     */
    public OperationFailedException(String operationId, List<String> errors, List<UnitError> unitErrors) {
        super(operationId, ErrorDetails.of("Operation " + operationId + " has failed: " + reasons(errors) + "."));
        this.errors = errors.toArray(String[]::new);
        this.unitErrors = List.copyOf(unitErrors);
    }

    private static String reasons(List<String> errors) {
        if (errors.isEmpty()) {
            return "the service gives no reason";
        }
        int others = errors.size() - SHOWN;
        return others <= 0
                ? String.join("; ", errors)
                : String.join("; ", errors.subList(0, SHOWN)) + "; and " + others + " more";
    }

    /**
     * What the service says went wrong.
     *
     * @return the errors in its words
     */
    public List<String> errors() {
        return List.of(errors);
    }

    /**
     * What went wrong by unit.
     *
     * @return one entry for each unit that failed; empty for re-encodings, and after serialisation
     */
    public List<UnitError> unitErrors() {
        return unitErrors == null ? List.of() : unitErrors;
    }
}
