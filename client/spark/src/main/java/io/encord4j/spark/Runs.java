package io.encord4j.spark;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Where writings are remembered: a batch under the name that it is given, a stream under its query's.
 *
 * @param journal the folder of all runs; empty if none is given
 * @param run the name of a batch; empty if it has none
 * @param query the id of the query
 * @param hadoop how the folder is reached
 */
record Runs(Optional<String> journal, Optional<String> run, String query, SerializableConfiguration hadoop) {

    static Runs of(Options options, String query) {
        Optional<String> run = options.find("run");
        if (run.isPresent() && !run.get().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "The option \"run\" is \"%s\", and must be a name of letters, digits, '.', '_' and '-'."
                            .formatted(run.get()));
        }
        return new Runs(
                options.find("journal")
                        .or(() -> options.find("checkpointLocation").map(place -> place + "/encord")),
                run,
                query,
                new SerializableConfiguration(
                        SparkSession.active().sparkContext().hadoopConfiguration()));
    }

    /** Null if the batch is not remembered. */
    @Nullable
    RunPlace ofBatch() {
        if (journal.isPresent() != run.isPresent()) {
            throw new IllegalArgumentException(
                    "The options \"journal\", a folder, and \"run\", a name in it, go together. One of them is"
                            + " missing.");
        }
        return run.map(name -> new RunPlace(journal.orElseThrow(), name, hadoop))
                .orElse(null);
    }

    RunPlace ofStream() {
        String folder = journal.orElseThrow(() -> new IllegalArgumentException(
                "The option \"checkpointLocation\" is missing. A stream needs it, or \"journal\", to go on"
                        + " after a failure."));
        return new RunPlace(folder, query, hadoop);
    }
}
