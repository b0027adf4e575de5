package io.encord4j.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.connector.metric.CustomMetric;
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
final class ListingScan<R> implements ScanBuilder, SupportsPushDownFilters, SupportsPushDownRequiredColumns {
    private final Listing<R> listing;
    private final List<Filter> pushed = new ArrayList<>();
    private StructType schema;

    ListingScan(Listing<R> listing, StructType schema) {
        this.listing = listing;
        this.schema = schema;
    }

    /** All filters stay with Spark as well, since the service lets more through. */
    @Override
    public Filter[] pushFilters(Filter[] filters) {
        Arrays.stream(filters).filter(listing::accept).forEach(pushed::add);
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
        return new Planned(
                schema,
                listing.isEmpty() ? List.of() : listing.windows(),
                new ListingReader.Factory<>(listing, schema),
                "%s, pushed filters: %s".formatted(listing.name(), pushed));
    }

    private record Planned(
            StructType readSchema,
            List<Windows.Window> windows,
            PartitionReaderFactory createReaderFactory,
            String description)
            implements Scan, Batch {
        @Override
        public Batch toBatch() {
            return this;
        }

        @Override
        public InputPartition[] planInputPartitions() {
            return windows.toArray(InputPartition[]::new);
        }

        @Override
        public CustomMetric[] supportedCustomMetrics() {
            return new CustomMetric[] {new Metrics.RowsRead(), new Metrics.Repeated()};
        }
    }
}
