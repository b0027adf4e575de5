package io.encord4j.spark;

import java.io.Serial;

/** A row of the input that cannot be written. Tasks tell the driver, which then registers nothing. */
final class RefusedRow extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    RefusedRow(String message) {
        super(message);
    }
}
