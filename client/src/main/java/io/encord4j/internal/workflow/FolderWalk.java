package io.encord4j.internal.workflow;

import io.encord4j.StorageFolder;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A tree of folders, each before what is in it. What is in one is asked for when the folder has been passed, one page a level. */
final class FolderWalk implements Iterator<StorageFolder> {
    private final Function<StorageFolder, Stream<StorageFolder>> below;
    private final ArrayDeque<Iterator<StorageFolder>> open = new ArrayDeque<>();
    private @Nullable StorageFolder passed;

    private FolderWalk(Stream<StorageFolder> roots, Function<StorageFolder, Stream<StorageFolder>> below) {
        this.below = below;
        open.push(roots.iterator());
    }

    static Stream<StorageFolder> from(
            Stream<StorageFolder> roots, Function<StorageFolder, Stream<StorageFolder>> below) {
        FolderWalk walk = new FolderWalk(roots, below);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(walk::close);
    }

    private void close() {
        passed = null;
        open.clear();
    }

    @Override
    public boolean hasNext() {
        if (passed != null) {
            open.push(below.apply(passed).iterator());
            passed = null;
        }
        while (!open.isEmpty() && !open.element().hasNext()) {
            open.pop();
        }
        return !open.isEmpty();
    }

    @Override
    public StorageFolder next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        passed = open.element().next();
        return passed;
    }
}
