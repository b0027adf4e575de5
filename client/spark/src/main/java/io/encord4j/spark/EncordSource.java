package io.encord4j.spark;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.SessionConfigSupport;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

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
 *   <caption>Options</caption>
 *   <tr><th>option</th><th>meaning</th></tr>
 *   <tr><td>{@code dataset}</td><td>the hash of the dataset that is read or written</td></tr>
 *   <tr><td>{@code report}</td><td>for writing private data, a file on a Hadoop file system to which entries that the service refused are
 *       written; for reading, that file, instead of a dataset</td></tr>
 *   <tr><td>{@code domain}</td><td>the service; {@code https://api.encord.com} unless given</td></tr>
 *   <tr><td>{@code sshKeyFile}</td><td>the path of an SSH key that each machine of the cluster has</td></tr>
 *   <tr><td>{@code sshKeySecret}, {@code sshKeyPassword}, {@code bearerToken}</td><td>the text of an SSH key, the passphrase of a key, a
 *       bearer token. Spark redacts them by their names. Better than as options they are set for the session, as {@code
 *       spark.datasource.encord.bearerToken} for instance. Without any credential, the environment of each machine is looked at, as {@link
 *       io.encord4j.EncordUserClient#builder()} says</td></tr>
 *   <tr><td>{@code partitions}, {@code createdFrom}, {@code createdTo}</td><td>for reading, into how many windows of creation time the rows
 *       are divided, and the times (ISO 8601) between which the windows have equal lengths. Older rows are in the first window, younger ones
 *       in the last. One partition unless given</td></tr>
 *   <tr><td>{@code integration}</td><td>for private data, the id of the cloud integration that reaches the objects</td></tr>
 *   <tr><td>{@code jobSize}, {@code parallelJobs}, {@code jobTimeoutSeconds}</td><td>for private data, how many entries one upload job has at
 *       most (10,000), how many jobs run at a time (4), and how long one may take (one hour)</td></tr>
 * </table>
 *
 * <p>Rows have the columns that the service names, from {@code data_hash} to {@code images_data}. {@code client_metadata} is JSON text, or
 * whatever type the schema given to the reader says. Metadata, signed URLs and images are fetched only when they are selected; the last two
 * cost a call a row. Filters on hash, title, type and creation time are pushed down.
 *
 * <p>Private data is written from the columns {@code object_url}, {@code kind} ({@code video}, {@code image}, {@code audio}, {@code
 * image_group}, {@code image_sequence}, {@code dicom_series}), {@code title}, {@code group}, {@code position} and {@code client_metadata}
 * (JSON text), of which the first two are required. Tasks check rows and hand them to the driver; only the commit of the driver registers
 * them, so a failed job adds nothing. The service skips what the dataset has already, so repeating a job adds nothing twice.
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
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return Target.of(options).schema();
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return Target.of(properties).table(schema);
    }

    /** What the options speak of. */
    private sealed interface Target {
        static Target of(Map<String, String> map) {
            Options options = Options.of(map);
            return options.find("dataset").isEmpty() && options.find("report").isPresent()
                    ? new Report(options)
                    : new Rows(options);
        }

        StructType schema();

        Table table(StructType schema);

        record Rows(Options options) implements Target {
            @Override
            public StructType schema() {
                return RowColumn.schema();
            }

            @Override
            public Table table(StructType schema) {
                return new DatasetTable(schema, options);
            }
        }

        record Report(Options options) implements Target {
            @Override
            public StructType schema() {
                return RefusedEntry.SCHEMA;
            }

            @Override
            public Table table(StructType schema) {
                return new ReportTable(options);
            }
        }
    }
}
