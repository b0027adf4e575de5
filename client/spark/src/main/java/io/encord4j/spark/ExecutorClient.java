package io.encord4j.spark;

import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.StagedUploads;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import okhttp3.OkHttpClient;

/**
 * The one client of this JVM for each connection. Spark has no hook for the life of an executor, so this is static: all tasks of an executor
 * share sockets, the clock of the service, and {@linkplain RateLimit what it says of too many requests}. Its threads are daemons.
 */
final class ExecutorClient {
    private static final ConcurrentMap<Connection, EncordUserClient> CLIENTS = new ConcurrentHashMap<>();

    private static final ConcurrentMap<Place, StagedUploads> UPLOADS = new ConcurrentHashMap<>();

    private ExecutorClient() {}

    static EncordUserClient of(Connection connection) {
        return CLIENTS.computeIfAbsent(
                connection,
                key -> key.open(new OkHttpClient.Builder()
                        .addInterceptor(new RateLimit())
                        .addInterceptor(new Repetitions())
                        .build()));
    }

    /** Uploads to a dataset. The tasks of an executor share the signed URLs that it asks for in batches. */
    static StagedUploads uploads(Connection connection, String datasetHash) {
        return UPLOADS.computeIfAbsent(
                new Place(connection, datasetHash),
                place -> dataset(connection, datasetHash).stagedUploads());
    }

    private record Place(Connection connection, String datasetHash) {}

    /** A view of a dataset, which closes nothing. */
    static EncordDatasetClient dataset(Connection connection, String datasetHash) {
        return of(connection).datasetClient(datasetHash);
    }
}
