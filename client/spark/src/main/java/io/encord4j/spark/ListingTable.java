package io.encord4j.spark;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Something that the service lists, as a table. */
class ListingTable<R> implements SupportsRead {
    private final StructType schema;
    private final Supplier<Listing<R>> listing;

    /**
     * Makes a table.
     *
     * @param schema what the user wants to read, or writes
     * @param listing makes a listing for one reading
     */
    ListingTable(StructType schema, Supplier<Listing<R>> listing) {
        this.schema = schema;
        this.listing = listing;
    }

    @Override
    public String name() {
        return listing.get().name();
    }

    @Override
    @SuppressWarnings("deprecation") // Its successor columns() is made from it.
    public StructType schema() {
        return schema;
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
        Listing<R> one = listing.get();
        List<Column<R>> unused = Column.select(one.columns(), schema);
        return new ListingScan<>(one, schema);
    }
}
