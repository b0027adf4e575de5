package io.encord4j.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** What a writing reported as refused. The driver reads it, as the driver wrote it. */
final class ReportTable implements SupportsRead {
    private final String file;

    ReportTable(String file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "encord report " + file;
    }

    @Override
    @SuppressWarnings("deprecation") // Its successor columns() is made from it.
    public StructType schema() {
        return RefusedEntry.SCHEMA;
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
        return () -> new Refusals(file);
    }

    private record Refusals(String file) implements LocalScan {
        @Override
        public StructType readSchema() {
            return RefusedEntry.SCHEMA;
        }

        @Override
        public InternalRow[] rows() {
            try {
                return Report.read(file).stream().map(RefusedEntry::values).toArray(InternalRow[]::new);
            } catch (IOException e) {
                throw new UncheckedIOException("The report " + file + " cannot be read", e);
            }
        }
    }
}
