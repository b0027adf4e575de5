package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.Dataset;
import java.util.List;

/** Deleting rows. */
public final class Deletion {

    private Deletion() {}

    /**
     * Deletes rows of any type; hosted bytes go with the last row that uses them. Hashes that are not rows of the dataset
     * are ignored, so deleting twice is fine.
     *
     * @throws RefusedException if the actor has no access
     */
    public static void delete(Transaction tx, Actor actor, String datasetHash, List<String> dataHashes) {
        Dataset dataset = Access.dataset(tx.state(), actor, datasetHash);
        RowBatch batch = new RowBatch(tx, dataset);
        dataHashes.forEach(batch::remove);
        batch.commit(tx.now());
    }
}
