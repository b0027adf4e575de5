package io.encord4j.internal.upload;

import io.encord4j.JobResult;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.UnitError;
import io.encord4j.internal.upload.Destination.SentUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which rows of a job that has ended are which unit: by their titles, else by what the bytes are known by. */
final class JobRows {
    private final JobResult result;
    private final Map<SentUnit, List<AddedRow>> found = new HashMap<>();

    private JobRows(JobResult result) {
        this.result = result;
    }

    static JobRows of(Collection<SentUnit> units, JobResult result, Destination destination) {
        JobRows rows = new JobRows(result);
        SentUnit first = units.iterator().next();
        if (!first.unit().kind().isGroup()) {
            rows.identify(units, destination);
        } else if (!result.rows().isEmpty()) {
            // Alone in its job; all rows are parts of it.
            rows.found.put(first, result.rows());
        }
        return rows;
    }

    /** The rows of a unit; null if the job does not tell. */
    @Nullable
    List<AddedRow> rows(SentUnit unit) {
        return found.get(unit);
    }

    private void identify(Collection<SentUnit> units, Destination destination) {
        Map<String, SentUnit> open = new HashMap<>();
        for (SentUnit unit : units) {
            if (about(unit, result.unitErrors()).isEmpty()) {
                open.put(String.valueOf(unit.unit().effectiveTitle()), unit);
            }
        }
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        result.rows().stream()
                .map(AddedRow::title)
                .filter(title -> !seen.add(title))
                .forEach(repeated::add);
        List<AddedRow> others = new ArrayList<>();
        for (AddedRow row : result.rows()) {
            // A title that the service has given twice tells nothing.
            SentUnit unit = repeated.contains(row.title()) ? null : open.remove(row.title());
            if (unit == null) {
                others.add(row);
            } else {
                found.put(unit, List.of(row));
            }
        }
        if (open.size() == 1 && others.size() == 1) {
            open.values().forEach(unit -> found.put(unit, others));
        } else if (!open.isEmpty() && !others.isEmpty()) {
            Map<String, AddedRow> byLink = destination.byFileLink(others);
            for (SentUnit unit : open.values()) {
                AddedRow row = byLink.get(unit.targets().get(0).objectKey());
                if (row != null) {
                    found.put(unit, List.of(row));
                }
            }
        }
    }

    /** What is said against a unit. */
    static List<UnitError> about(SentUnit unit, List<UnitError> errors) {
        List<String> keys = unit.objectKeys();
        return errors.stream()
                .filter(error -> error.objectUrls().stream().anyMatch(keys::contains))
                .toList();
    }
}
