package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.PlatformState;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The snapshots to which somebody may go back. One that was not {@linkplain #forget forgotten} counts until nobody refers
 * to it any more.
 */
final class Snapshots {

    private static final int FEWEST_TO_TIDY = 64;

    private final List<WeakReference<PlatformState>> taken = new ArrayList<>();
    private int tidyAt = FEWEST_TO_TIDY;

    /** Takes a snapshot; whoever asks {@link #all()} afterwards finds it. */
    synchronized PlatformState take(Supplier<PlatformState> present) {
        PlatformState state = present.get();
        if (taken.size() >= tidyAt) {
            taken.removeIf(snapshot -> snapshot.get() == null);
            tidyAt = Math.max(FEWEST_TO_TIDY, 2 * taken.size());
        }
        taken.add(new WeakReference<>(state));
        return state;
    }

    /** Forgets a snapshot, once if it was taken several times. */
    synchronized void forget(PlatformState snapshot) {
        ListIterator<WeakReference<PlatformState>> latestFirst = taken.listIterator(taken.size());
        while (latestFirst.hasPrevious()) {
            if (latestFirst.previous().refersTo(snapshot)) {
                latestFirst.remove();
                return;
            }
        }
    }

    synchronized Stream<PlatformState> all() {
        return taken.stream().map(WeakReference::get).filter(Objects::nonNull).toList().stream();
    }
}
