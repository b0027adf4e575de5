package io.encord4j.spark;

import java.io.Serial;
import java.io.Serializable;

/**
 * Tells whether a run that is repeated has the same input, in whatever order: how many files there are, and a sum over their titles.
 *
 * @param files how many
 * @param titles the sum of a hash of each title
 */
record Fingerprint(long files, long titles) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    static final Fingerprint NONE = new Fingerprint(0, 0);

    Fingerprint and(String title) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < title.length(); i++) {
            hash = (hash ^ title.charAt(i)) * FNV_PRIME;
        }
        return and(new Fingerprint(1, hash));
    }

    Fingerprint and(Fingerprint other) {
        return new Fingerprint(files + other.files, titles + other.titles);
    }
}
