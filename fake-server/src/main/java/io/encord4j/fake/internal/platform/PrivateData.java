package io.encord4j.fake.internal.platform;

import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.CloudIntegration;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.UploadOutcome;
import io.encord4j.fake.internal.platform.model.UploadWork;
import io.encord4j.fake.internal.platform.model.UploadedRow;
import java.util.List;
import java.util.UUID;

/** Adding files in a customer's bucket at once, as 2022 clients do; 2026 clients use {@link UploadJobs}. */
public final class PrivateData {

    private PrivateData() {}

    /**
     * Adds private data.
     *
     * @throws RefusedException if the actor has no access, the dataset takes no private data, the integration does not
     *     exist, or an entry is bad and errors are not ignored; then nothing is added
     */
    public static List<UploadedRow> add(
            Transaction tx,
            Actor actor,
            String datasetHash,
            PrivateFiles files,
            UUID integrationId,
            boolean ignoreErrors) {
        Dataset dataset = Access.dataset(tx.state(), actor, datasetHash);
        if (dataset.location().isHosted() && !tx.state().choices().privateDataInHosted2022()) {
            throw Refusal.of(
                    RefusalKind.UPLOAD_NOT_SUPPORTED,
                    "Dataset " + datasetHash + " is hosted and takes no private data.");
        }
        CloudIntegration integration = Integrations.find(tx.state(), integrationId);
        UploadWork work = new UploadWork(files.units(), integration, files.skipDuplicateUrls(), files.upsertMetadata());
        UploadOutcome outcome = new UnitImport(tx, dataset, work, null, tx.now()).run(ignoreErrors);
        if (!ignoreErrors && outcome.failed() > 0) {
            throw Refusal.of(
                    tx.state().choices().failedPrivateData(),
                    outcome.errors().get(0).error());
        }
        return outcome.rows();
    }
}
