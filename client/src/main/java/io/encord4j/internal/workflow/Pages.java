package io.encord4j.internal.workflow;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A listing of pages as a stream: a page is asked for when its first entry is wanted, and none after the stream is closed. */
final class Pages<T> implements Iterator<T> {
    private final Function<@Nullable String, Page<T>> ask;
    private final ArrayDeque<T> page = new ArrayDeque<>();
    private @Nullable String next;
    private boolean begun;
    private boolean closed;

    /**
     * One page.
     *
     * @param entries what is on it
     * @param nextToken asks for the next one; null on the last
     */
    record Page<T>(List<T> entries, @Nullable String nextToken) {}

    private Pages(Function<@Nullable String, Page<T>> ask) {
        this.ask = ask;
    }

    static <T> Stream<T> stream(Function<@Nullable String, Page<T>> ask) {
        Pages<T> pages = new Pages<>(ask);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(pages::close);
    }

    private void close() {
        closed = true;
        page.clear();
    }

    @Override
    public boolean hasNext() {
        while (page.isEmpty() && !closed && (!begun || next != null)) {
            Page<T> answer = ask.apply(next);
            begun = true;
            // An empty token would be asked for again and again.
            next = answer.nextToken() == null || answer.nextToken().isEmpty() ? null : answer.nextToken();
            page.addAll(answer.entries());
        }
        return !page.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.remove();
    }
}
