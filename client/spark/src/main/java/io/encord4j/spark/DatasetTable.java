package io.encord4j.spark;

import io.encord4j.DataRowFilter;
import io.encord4j.EncordException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.sql.connector.catalog.SupportsWrite;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriteBuilder;
import org.apache.spark.sql.types.StructType;

/** The rows of a dataset, as a table that can be written as well. */
final class DatasetTable extends ListingTable<io.encord4j.DataRow> implements SupportsWrite {
    private final String datasetHash;

    DatasetTable(StructType schema, Options options, String datasetHash) {
        super(schema, () -> new RowListing(Connection.of(options), datasetHash, Windows.of(options), new RowFilter()));
        this.datasetHash = datasetHash;
    }

    @Override
    public String name() {
        return "encord dataset " + datasetHash;
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(
                TableCapability.BATCH_READ,
                TableCapability.BATCH_WRITE,
                TableCapability.STREAMING_WRITE,
                TableCapability.ACCEPT_ANY_SCHEMA);
    }

    /** The columns tell what is written: objects in the user's cloud, or files. */
    @Override
    public WriteBuilder newWriteBuilder(LogicalWriteInfo info) {
        return new WriteBuilder() {
            @Override
            public Write build() {
                Options options = Options.of(info.options());
                Set<String> columns = Set.of(info.schema().fieldNames());
                Write write = columns.contains("content") || columns.contains("path")
                        ? new FileWrite(info, options, datasetHash)
                        : new PrivateDataWrite(info, options, datasetHash);
                demandMembership(Connection.of(options));
                return write;
            }
        };
    }

    /** Every member of a dataset may add data. */
    private void demandMembership(Connection connection) {
        try {
            List<?> unused = ExecutorClient.dataset(connection, datasetHash)
                    .listDataRows(DataRowFilter.builder()
                            .dataHashes(List.of(new UUID(0, 0).toString()))
                            .build());
        } catch (EncordException e) {
            throw new IllegalArgumentException(
                    "The dataset %s cannot be written: %s".formatted(datasetHash, e.getMessage()), e);
        }
    }
}
