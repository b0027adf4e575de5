package io.encord4j.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;

/** Learns which columns and rows are wanted, so that no more than needed is asked for. */
final class RowScanBuilder implements ScanBuilder, SupportsPushDownFilters, SupportsPushDownRequiredColumns {
    private final String datasetHash;
    private final Connection connection;
    private final List<Windows.Window> windows;
    private final PushedFilter filter = new PushedFilter();
    private final List<Filter> pushed = new ArrayList<>();
    private StructType schema;

    RowScanBuilder(StructType schema, String datasetHash, Connection connection, List<Windows.Window> windows) {
        RowColumn.of(schema);
        this.schema = schema;
        this.datasetHash = datasetHash;
        this.connection = connection;
        this.windows = windows;
    }

    /** All filters stay with Spark as well, since the service lets more through. */
    @Override
    public Filter[] pushFilters(Filter[] filters) {
        Arrays.stream(filters).filter(filter::accept).forEach(pushed::add);
        return filters;
    }

    @Override
    public Filter[] pushedFilters() {
        return pushed.toArray(Filter[]::new);
    }

    @Override
    public void pruneColumns(StructType requiredSchema) {
        this.schema = requiredSchema;
    }

    @Override
    public Scan build() {
        return new RowScan(
                schema,
                windows,
                new RowReader.Factory(connection, datasetHash, filter, schema),
                "encord dataset %s, pushed filters: %s".formatted(datasetHash, pushed),
                filter.isEmpty());
    }

    private record RowScan(
            StructType readSchema,
            List<Windows.Window> windows,
            PartitionReaderFactory createReaderFactory,
            String description,
            boolean empty)
            implements Scan, Batch {
        @Override
        public Batch toBatch() {
            return this;
        }

        @Override
        public InputPartition[] planInputPartitions() {
            return empty ? new InputPartition[0] : windows.toArray(InputPartition[]::new);
        }
    }
}
