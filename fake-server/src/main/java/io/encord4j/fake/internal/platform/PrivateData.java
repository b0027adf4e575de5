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
     * @throws RefusedException if the dataset takes no private data, the integration does not
     *     exist, or an entry is bad and errors are not ignored; then nothing is added
     */
    public static List<UploadedRow> add(
            OpenDataset open, PrivateFiles files, UUID integrationId, boolean ignoreErrors) {
        Transaction tx = open.tx();
        Dataset dataset = open.dataset();
        if (dataset.location().isHosted() && !tx.state().choices().privateDataInHosted2022()) {
            throw RefusedException.of(
                    RefusalKind.UPLOAD_NOT_SUPPORTED,
                    "Dataset " + open.hash() + " is hosted and takes no private data.");
        }
        CloudIntegration integration = Integrations.find(tx.state(), integrationId);
        UploadWork work = new UploadWork(files.units(), integration, files.skipDuplicateUrls(), files.upsertMetadata());
        UploadOutcome outcome =
                UnitImport.intoDataset(tx, dataset, null, work, null, tx.now()).run(ignoreErrors);
        if (!ignoreErrors && outcome.failed() > 0) {
            throw RefusedException.of(
                    tx.state().choices().failedPrivateData(),
                    outcome.errors().get(0).error());
        }
        return outcome.rows();
    }
}
