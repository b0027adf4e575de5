package io.encord4j.spark;

import io.encord4j.DataRow;
import io.encord4j.DataRowExtras;
import io.encord4j.EncordDatasetClient;
import io.encord4j.ResourceNotFoundException;
import java.io.Serial;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one window as they arrive. */
final class RowReader implements PartitionReader<InternalRow> {
    private final EncordDatasetClient dataset;
    private final List<RowColumn> columns;
    private final StructType schema;
    private final boolean callARow;
    private final DataRowExtras extras;
    private final Stream<DataRow> rows;
    private final Iterator<DataRow> iterator;
    private InternalRow current = InternalRow.empty();

    /** Makes readers on the executors. */
    record Factory(Connection connection, String datasetHash, PushedFilter filter, StructType schema)
            implements PartitionReaderFactory {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public PartitionReader<InternalRow> createReader(InputPartition partition) {
            return new RowReader(
                    ExecutorClient.dataset(connection, datasetHash), filter, schema, (Windows.Window) partition);
        }
    }

    private RowReader(EncordDatasetClient dataset, PushedFilter filter, StructType schema, Windows.Window window) {
        this.dataset = dataset;
        this.schema = schema;
        this.columns = RowColumn.of(schema);
        this.callARow = columns.stream().anyMatch(RowColumn::costsACallARow);
        boolean metadata = columns.contains(RowColumn.CLIENT_METADATA);
        boolean images = columns.contains(RowColumn.IMAGES_DATA);
        this.extras = DataRowExtras.builder()
                .signedUrl(columns.contains(RowColumn.SIGNED_URL))
                .images(images)
                .imageSignedUrls(images)
                .clientMetadata(metadata)
                .build();
        this.rows = dataset.streamDataRows(filter.of(window, metadata && !callARow))
                .filter(row -> window.contains(row.createdAt()));
        this.iterator = rows.iterator();
    }

    @Override
    public boolean next() {
        while (iterator.hasNext()) {
            DataRow row = iterator.next();
            try {
                current = values(callARow ? dataset.getDataRow(row.dataHash(), extras) : row);
                return true;
            } catch (ResourceNotFoundException e) {
                // Deleted since it was listed, so no longer a row of the dataset.
            }
        }
        return false;
    }

    private InternalRow values(DataRow row) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).value(row, schema.fields()[i].dataType());
        }
        return new GenericInternalRow(values);
    }

    @Override
    public InternalRow get() {
        return current;
    }

    @Override
    public void close() {
        rows.close();
    }
}
