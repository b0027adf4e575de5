package io.encord4j.spark;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.connector.catalog.SessionConfigSupport;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;

/**
 * The format {@code encord} of Spark. Spark finds it by its name; programs only give options.
 *
 * <pre>{@code
 * spark.read().format("encord").option("dataset", datasetHash).load();
 *
 * objects.write()
 *         .format("encord")
 *         .option("dataset", datasetHash)
 *         .option("integration", integrationId)
 *         .mode(SaveMode.Append)
 *         .save();
 * }</pre>
 *
 * <table>
 *   <caption>What is read or written; one of them is given</caption>
 *   <tr><th>option</th><th>meaning</th></tr>
 *   <tr><td>{@code dataset}</td><td>the hash of a dataset</td></tr>
 *   <tr><td>{@code folder}</td><td>the id of a storage folder, for reading its items; with {@code recursive=true} also those of the folders in
 *       it</td></tr>
 *   <tr><td>{@code report}</td><td>without a dataset, what an earlier writing has reported</td></tr>
 * </table>
 *
 * <table>
 *   <caption>How the service is reached</caption>
 *   <tr><th>option</th><th>meaning</th></tr>
 *   <tr><td>{@code domain}</td><td>the service; {@code https://api.encord.com} unless given</td></tr>
 *   <tr><td>{@code sshKeyFile}</td><td>the path of an SSH key that each machine of the cluster has</td></tr>
 *   <tr><td>{@code sshKeySecret}, {@code sshKeyPassword}, {@code bearerToken}</td><td>the text of an SSH key, the passphrase of a key, a
 *       bearer token. Spark redacts them by their names. Better than as options they are set for the session, as {@code
 *       spark.datasource.encord.bearerToken} for instance. Without any credential, the environment of each machine is looked at, as {@link
 *       io.encord4j.EncordUserClient#builder()} says</td></tr>
 * </table>
 *
 * <p><b>Reading.</b> The columns are those that the service names: of rows from {@code data_hash} to {@code images_data}, of items from {@code
 * uuid} to {@code signed_url}. {@code client_metadata} is JSON text, or whatever type the schema given to the reader says. Metadata, signed
 * URLs and images are fetched only when they are selected; of rows, the last two cost a call each. Filters on hash, title, type and creation
 * time are pushed down; of items, those on name and type.
 *
 * <p>Rows stream, a page at a time. {@code partitions} divides a dataset into so many windows of creation time, of equal lengths between {@code
 * createdFrom} and {@code createdTo} (ISO 8601); older rows are in the first window, younger ones in the last.
 *
 * <p><b>Writing objects of the user's cloud</b> takes the columns {@code object_url}, {@code kind} ({@code video}, {@code image}, {@code
 * audio}, {@code image_group}, {@code image_sequence}, {@code dicom_series}), {@code title}, {@code group}, {@code position} and {@code
 * client_metadata} (JSON text), of which the first two are required. Rows with the same {@code group} become one group, in the order of their
 * positions, whichever partitions they are in. {@code integration} is the id of the integration that reaches the objects. The service skips
 * what the dataset has already, so that a writing can be repeated.
 *
 * <p><b>Writing files</b> takes {@code content} (bytes) or {@code path} (a file on a Hadoop file system), {@code title} (else the name of the
 * file) and {@code kind} ({@code video} or {@code image}, else told by the ending of the name): what {@code binaryFile} gives. Tasks send the
 * bytes, and the driver registers them when all are there. With {@code journal}, a folder of a Hadoop file system, and {@code run}, a name
 * for this writing, a driver that dies while it registers is followed by the next one with the same {@code run}, which sends nothing again:
 * each file comes in exactly once.
 *
 * <p><b>For both</b>, tasks register nothing, so that whatever Spark repeats, speculates or gives up adds nothing. A row that makes no sense
 * fails the writing before anything is registered. What the service refuses is written to the file {@code report}, or fails the writing if
 * there is none, while the rest is registered. A stream does the same for each epoch: its journal is in its checkpoint unless {@code journal}
 * says otherwise, and {@code report} is a folder.
 *
 * <table>
 *   <caption>How upload jobs go</caption>
 *   <tr><th>option</th><th>meaning</th></tr>
 *   <tr><td>{@code jobSize}</td><td>how many entries one job has at most; 10,000 objects or 1,000 files unless given. A group is not
 *       divided</td></tr>
 *   <tr><td>{@code parallelJobs}</td><td>how many jobs run at a time; 4 unless given</td></tr>
 *   <tr><td>{@code jobTimeoutSeconds}</td><td>how long one may take; one hour unless given</td></tr>
 *   <tr><td>{@code settleSeconds}</td><td>for files, how long after a driver has died a job may still appear that it has asked for; ten
 *       minutes unless given. The next driver waits for the rest of it before it repeats such a job</td></tr>
 * </table>
 */
public final class EncordSource implements TableProvider, DataSourceRegister, SessionConfigSupport {
    /** Made by Spark. */
    public EncordSource() {}

    @Override
    public String shortName() {
        return "encord";
    }

    @Override
    public String keyPrefix() {
        return "encord";
    }

    @Override
    public boolean supportsExternalMetadata() {
        return true;
    }

    @Override
    @SuppressWarnings("deprecation") // Its successor columns() is made from it.
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return table(null, options).schema();
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return table(schema, properties);
    }

    private static Table table(@Nullable StructType schema, Map<String, String> map) {
        Options options = Options.of(map);
        Optional<String> folder = options.find("folder");
        Optional<String> dataset = options.find("dataset");
        if (dataset.isPresent() && folder.isPresent()) {
            throw new IllegalArgumentException("The options \"dataset\" and \"folder\" exclude each other.");
        }
        if (folder.isPresent()) {
            return new ListingTable<>(
                    schema == null ? Column.schema(ItemColumns.ALL) : schema,
                    () -> ItemListing.of(options, folder.get()));
        }
        if (dataset.isEmpty() && options.find("report").isPresent()) {
            return new ReportTable(options.demand("report", ""));
        }
        String hash = options.demand("dataset", "It is the hash of the dataset.");
        return new DatasetTable(schema == null ? Column.schema(RowColumns.ALL) : schema, options, hash);
    }
}
