package io.encord4j.fake.internal.storage;

import java.util.function.Consumer;

/** What one blob takes of its store, in memory or on disk. It is given back once, and not while somebody reads. */
final class Allocation {

    private enum Stage {
        /** The blob belongs to whoever stored it. */
        FRESH,
        /** The blob belongs to the worlds that name it. */
        HANDED_OVER,
        /** Nobody names the blob; the last reader gives back what it takes. */
        GIVEN_UP
    }

    private final Consumer<Allocation> giveBack;
    private Stage stage = Stage.FRESH;
    private int readers;

    Allocation(Consumer<Allocation> giveBack) {
        this.giveBack = giveBack;
    }

    synchronized void handOver() {
        if (stage == Stage.FRESH) {
            stage = Stage.HANDED_OVER;
        }
    }

    synchronized boolean isHandedOver() {
        return stage == Stage.HANDED_OVER;
    }

    /** Begins to read, unless the bytes are given up. */
    synchronized boolean beginReading() {
        if (stage == Stage.GIVEN_UP) {
            return false;
        }
        readers++;
        return true;
    }

    void endReading() {
        boolean last;
        synchronized (this) {
            readers--;
            last = readers == 0 && stage == Stage.GIVEN_UP;
        }
        if (last) {
            giveBack.accept(this);
        }
    }

    void giveUp() {
        boolean unread;
        synchronized (this) {
            unread = readers == 0 && stage != Stage.GIVEN_UP;
            stage = Stage.GIVEN_UP;
        }
        if (unread) {
            giveBack.accept(this);
        }
    }
}
