package io.encord4j.fake.internal.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** One temporary file of the store. */
final class SpillFile {

    private final Path path;
    private final AtomicLong filesHeld;

    SpillFile(Path path, AtomicLong filesHeld) {
        this.path = path;
        this.filesHeld = filesHeld;
    }

    OutputStream write() throws IOException {
        return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    InputStream read(long from) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        channel.position(from);
        return Channels.newInputStream(channel);
    }

    void delete() {
        filesHeld.decrementAndGet();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }
}
