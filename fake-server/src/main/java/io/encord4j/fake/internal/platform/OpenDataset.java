package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import java.time.Instant;
import java.util.Objects;

/** A dataset that somebody with access has opened in a transaction, to change it. {@link Access} opens datasets. */
public final class OpenDataset {

    private final Transaction tx;
    private final Actor actor;
    private final String hash;

    OpenDataset(Transaction tx, Actor actor, String hash) {
        this.tx = tx;
        this.actor = actor;
        this.hash = hash;
    }

    Transaction tx() {
        return tx;
    }

    /** The state with all that the transaction did so far. */
    PlatformState state() {
        return tx.state();
    }

    Instant now() {
        return tx.now();
    }

    Actor actor() {
        return actor;
    }

    String hash() {
        return hash;
    }

    /** The dataset with all that the transaction did to it so far. */
    public Dataset dataset() {
        return Objects.requireNonNull(tx.state().datasets().get(hash));
    }

    ItemBatch batch() {
        return new ItemBatch(tx, now());
    }

    /** Where items go that come by calls which know no folders. */
    Composition place(ItemBatch batch) {
        Dataset dataset = dataset();
        return new Composition(batch, now(), dataset.backingFolder(), dataset.owner(), null);
    }
}
