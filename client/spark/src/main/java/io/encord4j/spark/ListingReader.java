package io.encord4j.spark;

import java.io.Serial;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Reads one window of a listing as it arrives. */
final class ListingReader<R> implements PartitionReader<InternalRow> {
    private final List<Column<R>> columns;
    private final DataType[] types;
    private final Stream<R> stream;
    private final Iterator<R> rows;
    private final long repeatedBefore = Repetitions.ofThisThread();
    private InternalRow current = InternalRow.empty();
    private long count;

    /** Makes readers on the executors. */
    record Factory<R>(Listing<R> listing, StructType schema) implements PartitionReaderFactory {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public PartitionReader<InternalRow> createReader(InputPartition partition) {
            return new ListingReader<>(listing, schema, (Windows.Window) partition);
        }
    }

    private ListingReader(Listing<R> listing, StructType schema, Windows.Window window) {
        this.columns = Column.select(listing.columns(), schema);
        this.types = Arrays.stream(schema.fields()).map(StructField::dataType).toArray(DataType[]::new);
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        this.stream = listing.open(window, names);
        this.rows = stream.iterator();
    }

    @Override
    public boolean next() {
        if (!rows.hasNext()) {
            return false;
        }
        R row = rows.next();
        @Nullable Object[] values = new @Nullable Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).value().apply(row, types[i]);
        }
        current = new GenericInternalRow(values);
        count++;
        return true;
    }

    @Override
    public InternalRow get() {
        return current;
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        return new CustomTaskMetric[] {
            Metrics.ROWS_READ.of(count), Metrics.REPETITIONS.of(Repetitions.ofThisThread() - repeatedBefore)
        };
    }

    @Override
    public void close() {
        stream.close();
    }
}
