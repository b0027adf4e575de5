package io.encord4j.spark;

import io.encord4j.DataRow;
import io.encord4j.DataRowExtras;
import io.encord4j.EncordDatasetClient;
import io.encord4j.ResourceNotFoundException;
import java.io.Serial;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.sources.Filter;

/**
 * The rows of a dataset.
 *
 * @param connection how the service is reached
 * @param datasetHash the dataset
 * @param windows one a partition
 * @param filter what is pushed down
 */
record RowListing(Connection connection, String datasetHash, List<Windows.Window> windows, RowFilter filter)
        implements Listing<DataRow> {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "encord dataset " + datasetHash;
    }

    @Override
    public List<Column<DataRow>> columns() {
        return RowColumns.ALL;
    }

    @Override
    public boolean accept(Filter one) {
        return filter.accept(one);
    }

    @Override
    public boolean isEmpty() {
        return filter.isEmpty();
    }

    @Override
    public Stream<DataRow> open(Windows.Window window, Set<String> columns) {
        EncordDatasetClient dataset = ExecutorClient.dataset(connection, datasetHash);
        boolean metadata = columns.contains(RowColumns.CLIENT_METADATA);
        boolean images = columns.contains(RowColumns.IMAGES_DATA);
        boolean signedUrl = columns.contains(RowColumns.SIGNED_URL);
        boolean callARow = images || signedUrl;
        Stream<DataRow> rows = dataset.streamDataRows(filter.of(window, metadata && !callARow))
                .filter(row -> window.contains(row.createdAt()));
        if (!callARow) {
            return rows;
        }
        DataRowExtras extras = DataRowExtras.builder()
                .signedUrl(signedUrl)
                .images(images)
                .imageSignedUrls(images)
                .clientMetadata(metadata)
                .build();
        return rows.flatMap(row -> fetch(dataset, row, extras));
    }

    private static Stream<DataRow> fetch(EncordDatasetClient dataset, DataRow row, DataRowExtras extras) {
        try {
            return Stream.of(dataset.getDataRow(row.dataHash(), extras));
        } catch (ResourceNotFoundException e) {
            // Deleted since it was listed, so no longer a row of the dataset.
            return Stream.empty();
        }
    }
}
