package io.encord4j.fake.internal.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.encord4j.fake.internal.platform.model.Blob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobStoreTest {

    private static final int THRESHOLD = 100;

    @TempDir
    Path parent;

    private final Set<Blob> named = new HashSet<>();
    private BlobStore store;

    @BeforeEach
    void open() {
        store = new BlobStore(new BlobStoreConfig(THRESHOLD, 250, Optional.of(parent)));
        store.keepWhatIsNamedBy(named::stream);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 70_000, 1_000_000})
    void givesBackTheBytesWithSizeAndHash(int size) throws Exception {
        byte[] bytes = random(size);

        StoredBlob blob = store.store(new ByteArrayInputStream(bytes));

        assertThat(blob.size()).isEqualTo(size);
        assertThat(blob.sha256()).isEqualTo(sha256(bytes));
        assertThat(blob.open(0)).hasBinaryContent(bytes);
        assertThat(blob.open(size / 2)).hasBinaryContent(Arrays.copyOfRange(bytes, size / 2, size));
        assertThat(store.filesHeld()).isEqualTo(size > THRESHOLD ? 1 : 0);
    }

    @Test
    void writesNothingToDiskForSmallBlobs() throws Exception {
        StoredBlob blob = store.store(new ByteArrayInputStream(random(THRESHOLD)));

        assertThat(parent).isEmptyDirectory();
        assertThat(store.memoryUsed()).isEqualTo(blob.size());
    }

    @Test
    void goesToDiskWhenTheMemoryOfAllBlobsIsUsedUp() throws Exception {
        StoredBlob first = store.store(new ByteArrayInputStream(random(100)));
        StoredBlob second = store.store(new ByteArrayInputStream(random(100)));
        byte[] bytes = random(100);
        StoredBlob third = store.store(new ByteArrayInputStream(bytes));

        assertThat(store.memoryUsed()).isEqualTo(first.size() + second.size());
        assertThat(store.filesHeld()).isEqualTo(1);
        assertThat(third.open(0)).hasBinaryContent(bytes);
    }

    @Test
    void givesBackTheMemoryThatIsNotNamedBeforeItGoesToDisk() throws Exception {
        StoredBlob kept = storeAndName(THRESHOLD);
        StoredBlob deleted = storeAndName(THRESHOLD);
        named.remove(deleted);

        StoredBlob third = storeAndName(THRESHOLD);

        assertThat(store.filesHeld()).isZero();
        assertThat(store.memoryUsed()).isEqualTo(kept.size() + third.size());
    }

    @Test
    void keepsWhatBelongsToWhoStoredIt() throws Exception {
        StoredBlob blob = store.store(new ByteArrayInputStream(random(1000)));

        store.giveBackUnnamed();
        assertThat(store.filesHeld()).isEqualTo(1);

        blob.discard();
        assertThat(store.filesHeld()).isZero();
        assertThatIOException().isThrownBy(() -> blob.open(0)).withMessageContaining("given back");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 101, 100_000})
    void keepsNothingOfAStreamThatBreaks(int at) throws Exception {
        assertThatIOException().isThrownBy(() -> store.store(breakingAt(at))).withMessage("cut");

        assertThat(store.filesHeld()).isZero();
        assertThat(store.memoryUsed()).isZero();
        assertThat(blobFiles()).isEmpty();
    }

    @Test
    void deletesTheFileOfABlobThatIsNotNamedAnyMore() throws Exception {
        StoredBlob kept = storeAndName(1000);
        StoredBlob deleted = storeAndName(1000);

        named.remove(deleted);

        assertThat(store.filesHeld()).isEqualTo(1);
        assertThat(blobFiles()).hasSize(1);
        assertThat(kept.open(0)).isNotEmpty();
    }

    @Test
    void keepsTheFileWhileItIsRead() throws Exception {
        StoredBlob blob = storeAndName(1000);
        byte[] bytes = random(1000);
        try (InputStream reading = blob.open(0)) {
            named.clear();
            assertThat(store.filesHeld()).isEqualTo(1);
            assertThat(reading).hasBinaryContent(bytes);
        }
        assertThat(store.filesHeld()).isZero();
    }

    @Test
    void keepsTheFileForSomebodyWhoIsGoingToReadIt() throws Exception {
        StoredBlob blob = storeAndName(1000);
        Runnable last = blob.keep();
        named.clear();
        assertThat(store.filesHeld()).isEqualTo(1);

        last.run();
        last.run();

        assertThat(store.filesHeld()).isZero();
    }

    @Test
    void leavesNoFileBehindWhenClosed() throws Exception {
        StoredBlob blob = store.store(new ByteArrayInputStream(random(1000)));
        assertThat(blobFiles()).hasSize(1);

        store.close();

        assertThat(parent).isEmptyDirectory();
        assertThatIOException().isThrownBy(() -> blob.open(0));
        assertThatIOException().isThrownBy(() -> store.store(new ByteArrayInputStream(random(1000))));
    }

    @Test
    void makesItsFolderAgainWhenSomebodyTidiedUp() throws Exception {
        storeAndName(1000).discard();
        Path folder = folder();
        Files.delete(folder.resolve("lock"));
        Files.delete(folder);

        assertThat(storeAndName(1000).open(0)).hasBinaryContent(random(1000));
        store.close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void saysThatTheDiskFailedWhenItDid() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "not a directory", UTF_8);
        try (BlobStore broken = new BlobStore(new BlobStoreConfig(0, 0, Optional.of(file)))) {
            assertThatIOException()
                    .isThrownBy(() -> broken.store(new ByteArrayInputStream(random(1))))
                    .isInstanceOf(DiskFailure.class)
                    .withMessageContaining(file.toString());
        }
    }

    @Test
    void sweepsTheFolderOfAServerThatWasKilled() throws Exception {
        Path orphan = Files.createDirectory(parent.resolve("encord4j-fake-of-another-process"));
        Files.createFile(orphan.resolve("lock"));
        Files.write(orphan.resolve("blob-1"), random(10));
        Path stranger = Files.createDirectory(parent.resolve("encord4j-fake-without-a-lock"));
        Files.write(stranger.resolve("blob-1"), random(10));
        StoredBlob kept = storeAndName(1000);

        store.sweep();

        assertThat(orphan).doesNotExist();
        assertThat(stranger).isNotEmptyDirectory();
        assertThat(kept.open(0)).hasBinaryContent(random(1000));
    }

    @Test
    void leavesTheFolderOfAServerThatRuns() throws Exception {
        Path running = Files.createDirectory(parent.resolve("encord4j-fake-of-another-process"));
        Path file = Files.write(running.resolve("blob-1"), random(10));
        try (FileChannel lock =
                FileChannel.open(running.resolve("lock"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            lock.lock();
            store.sweep();
            assertThat(file).exists();
        }
        store.sweep();
        assertThat(running).doesNotExist();
    }

    private Path folder() throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.findFirst().orElseThrow();
        }
    }

    private List<Path> blobFiles() throws IOException {
        try (Stream<Path> files = Files.walk(parent)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("blob-"))
                    .toList();
        }
    }

    private StoredBlob storeAndName(int size) throws IOException {
        StoredBlob blob = store.store(new ByteArrayInputStream(random(size)));
        named.add(blob);
        blob.handOver();
        return blob;
    }

    private static InputStream breakingAt(int at) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(random(at)), broken);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
