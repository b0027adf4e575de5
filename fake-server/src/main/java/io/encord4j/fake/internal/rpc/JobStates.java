package io.encord4j.fake.internal.rpc;

import io.encord4j.fake.internal.platform.model.UnitError;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.UploadOutcome;
import io.encord4j.fake.wire.model.WireDataUnitError;
import io.encord4j.fake.wire.model.WireLongPollingStatus;
import io.encord4j.fake.wire.model.WireUploadJobState;
import io.encord4j.fake.wire.model.WireUploadedUnit;
import java.util.Objects;

/** Upload jobs as the wire shows them. */
final class JobStates {

    private JobStates() {}

    static WireUploadJobState of(UploadJob job) {
        UploadOutcome outcome = job.outcome();
        return new WireUploadJobState(
                WireLongPollingStatus.of(job.status().name()),
                outcome.rows().stream()
                        .map(row -> new WireUploadedUnit(
                                Objects.requireNonNull(row.dataHash()), row.title(), row.itemUuid()))
                        .toList(),
                outcome.errors().stream().map(UnitError::error).toList(),
                outcome.errors().stream().map(JobStates::error).toList(),
                job.pending(),
                outcome.done(),
                outcome.failed(),
                outcome.cancelled());
    }

    private static WireDataUnitError error(UnitError error) {
        return new WireDataUnitError(error.links(), error.error(), error.subtask(), error.action());
    }
}
