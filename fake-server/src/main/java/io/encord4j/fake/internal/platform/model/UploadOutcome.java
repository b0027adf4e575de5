package io.encord4j.fake.internal.platform.model;

import java.util.List;

/**
 * What became of the units of an upload job.
 *
 * @param rows the rows that were made
 * @param done units taken in or skipped as duplicates
 * @param cancelled units that were not taken in because the job failed or was cancelled
 */
public record UploadOutcome(List<UploadedRow> rows, List<UnitError> errors, int done, int failed, int cancelled) {

    /** Nothing has happened yet. */
    public static final UploadOutcome NONE = new UploadOutcome(List.of(), List.of(), 0, 0, 0);

    public UploadOutcome {
        rows = List.copyOf(rows);
        errors = List.copyOf(errors);
    }
}
