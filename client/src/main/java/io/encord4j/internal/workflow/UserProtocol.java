package io.encord4j.internal.workflow;

import io.encord4j.CloudIntegration;
import io.encord4j.CloudIntegrationFilter;
import io.encord4j.CreatedDataset;
import io.encord4j.DatasetFilter;
import io.encord4j.DatasetOptions;
import io.encord4j.DatasetSummary;
import java.util.List;

/** What the two generations of the service do differently for a user. */
public sealed interface UserProtocol permits UserOf2022, UserOf2026 {
    /** Creates a dataset. */
    CreatedDataset createDataset(String title, DatasetOptions options);

    /** Lists datasets. */
    List<DatasetSummary> getDatasets(DatasetFilter filter);

    /** Lists integrations. */
    List<CloudIntegration> getCloudIntegrations(CloudIntegrationFilter filter);
}
