package io.encord4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.encord4j.support.Awaiting;
import io.encord4j.support.OpenFiles;
import io.encord4j.support.StubService;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
    @TempDir
    Path directory;

    private final StubService service = new StubService();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    @Timeout(60)
    void twoHundredClientsLeaveNoThreadBehind() throws Exception {
        service.on("dataset/GET", "{\"title\": \"t\", \"description\": null, \"dataset_type\": \"CORD_STORAGE\"}");
        useOneClient();
        long before = threadsOfClients();

        for (int i = 0; i < 200; i++) {
            useOneClient();
        }

        // A thread that was told to end may need a moment to do so.
        Awaiting.until(() -> threadsOfClients() <= before);
    }

    private void useOneClient() {
        try (EncordDatasetClient client = service.withApiKey()) {
            client.getDataset();
            assertThat(client.supplyAsync(EncordDatasetClient::getDataset)
                            .join()
                            .title())
                    .isEqualTo("t");
        }
    }

    /** Threads of OkHttp that belong to the process, and of the stub, are not counted. */
    private static long threadsOfClients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("encord4j"))
                .count();
    }

    @Test
    @Timeout(30)
    @EnabledOnOs(OS.LINUX)
    void aCancelledUploadFreesItsSocketAndItsFile() throws Exception {
        Path file = largeFile();
        try (StuckStorage storage = new StuckStorage();
                EncordDatasetClient client = service.withApiKey()) {
            storage.serve(service);
            CompletableFuture<Video> upload = client.supplyAsync(dataset -> dataset.uploadVideo(file));
            Socket socket = storage.accepted();
            awaitOpen(file);

            upload.cancel(true);

            assertFreed(file, socket);
        }
    }

    @Test
    @Timeout(30)
    @EnabledOnOs(OS.LINUX)
    void anInterruptedUploadFreesItsSocketAndItsFile() throws Exception {
        Path file = largeFile();
        try (StuckStorage storage = new StuckStorage();
                EncordDatasetClient client = service.withApiKey()) {
            storage.serve(service);
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                try {
                    client.uploadVideos(List.of(file, file), UploadOptions.ofDefaults());
                } catch (EncordException e) {
                    thrown.set(e);
                }
            });
            caller.start();
            Socket socket = storage.accepted();
            awaitOpen(file);

            caller.interrupt();

            assertFreed(file, socket);
            caller.join(1000);
            assertThat(thrown.get()).isInstanceOf(InterruptedCallException.class);
        }
    }

    @Test
    @Timeout(30)
    void closingTheClientEndsAnUpload() throws Exception {
        Path file = largeFile();
        try (StuckStorage storage = new StuckStorage()) {
            storage.serve(service);
            EncordDatasetClient client = service.withApiKey();
            CompletableFuture<Video> upload = client.supplyAsync(dataset -> dataset.uploadVideo(file));
            storage.accepted();

            client.close();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> upload.get(Awaiting.SOON.toSeconds(), TimeUnit.SECONDS));
            assertThatExceptionOfType(ClientClosedException.class)
                    .isThrownBy(client::getDataset)
                    .withMessageContaining("closed");
        }
    }

    private Path largeFile() throws IOException {
        Path file = directory.resolve("large.mp4");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        return file;
    }

    private static void awaitOpen(Path file) throws Exception {
        Awaiting.until(() -> OpenFiles.contain(file));
    }

    private static void assertFreed(Path file, Socket socket) throws Exception {
        CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> drain(socket));
        Awaiting.until(() -> !OpenFiles.contain(file));
        ended.get(Awaiting.SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private static void drain(Socket socket) {
        try (InputStream in = socket.getInputStream()) {
            byte[] buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // What the client had sent before it gave up.
            }
        } catch (IOException e) {
            // A reset is an end as well.
        }
    }

    /** A storage that takes a connection and then reads nothing. */
    private static final class StuckStorage implements AutoCloseable {
        private final ServerSocket server;

        StuckStorage() throws IOException {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        }

        void serve(StubService service) {
            service.on("signedvideourl/GET", """
                    {"signed_url": "http://%s:%d/x?sig=1", "data_hash": "d", "title": "large.mp4", "file_link": "l"}
                    """.formatted(
                            server.getInetAddress().getHostAddress(), server.getLocalPort()));
        }

        Socket accepted() throws IOException {
            return server.accept();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
