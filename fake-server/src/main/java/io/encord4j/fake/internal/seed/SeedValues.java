package io.encord4j.fake.internal.seed;

import io.encord4j.fake.internal.platform.Transaction;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Values that a seed may leave to the world. */
final class SeedValues {

    private SeedValues() {}

    static UUID uuid(JsonFields fields, String name, Transaction tx) {
        String text = fields.text(name);
        if (text == null) {
            return tx.newUuid();
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw fields.wrong(name, "a UUID");
        }
    }

    /** Hashes of datasets and rows are UUIDs wherever the REST interface and 2026 clients meet them. */
    static String hash(JsonFields fields, String name, Transaction tx) {
        return uuid(fields, name, tx).toString();
    }

    static Instant time(JsonFields fields, String name, Instant otherwise) {
        return Objects.requireNonNullElse(fields.instant(name), otherwise);
    }
}
