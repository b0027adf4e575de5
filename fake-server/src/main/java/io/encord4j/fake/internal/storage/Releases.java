package io.encord4j.fake.internal.storage;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is to be done when a blob is unreachable. Done by whoever calls {@link #run()}, so that no thread outlives the
 * server for it.
 */
final class Releases {

    private final ReferenceQueue<StoredBlob> unreachable = new ReferenceQueue<>();
    private final Set<Release> pending = ConcurrentHashMap.newKeySet();

    /** Gives what does it at once; it is done only once all the same. */
    Runnable register(StoredBlob blob, Runnable action) {
        Release release = new Release(blob, unreachable, action);
        pending.add(release);
        return () -> run(release);
    }

    void run() {
        for (Reference<? extends StoredBlob> next = unreachable.poll(); next != null; next = unreachable.poll()) {
            if (next instanceof Release release) {
                run(release);
            }
        }
    }

    private void run(Release release) {
        if (pending.remove(release)) {
            release.action.run();
        }
    }

    private static final class Release extends PhantomReference<StoredBlob> {

        private final Runnable action;

        Release(StoredBlob blob, ReferenceQueue<StoredBlob> queue, Runnable action) {
            super(blob, queue);
            this.action = action;
        }
    }
}
