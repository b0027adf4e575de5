package io.encord4j.spark;

import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.SupportsWrite;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriteBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The rows of a dataset, as a table of Spark. */
final class DatasetTable implements SupportsRead, SupportsWrite {
    private final StructType schema;
    private final Options options;
    private final String datasetHash;

    DatasetTable(StructType schema, Options options) {
        this.schema = schema;
        this.options = options;
        this.datasetHash = options.demand("dataset", "It is the hash of the dataset.");
    }

    @Override
    public String name() {
        return "encord dataset " + datasetHash;
    }

    @Override
    @SuppressWarnings("deprecation") // Its successor columns() is made from it.
    public StructType schema() {
        return schema;
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ, TableCapability.BATCH_WRITE, TableCapability.ACCEPT_ANY_SCHEMA);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap ignored) {
        return new RowScanBuilder(schema, datasetHash, Connection.of(options), Windows.of(options));
    }

    @Override
    public WriteBuilder newWriteBuilder(LogicalWriteInfo info) {
        return new WriteBuilder() {
            @Override
            public Write build() {
                return PrivateDataWrite.of(info.schema(), Options.of(info.options()), datasetHash);
            }
        };
    }
}
