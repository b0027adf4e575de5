package io.encord4j.fake.internal.storage;

import java.time.Instant;

/** The outcome of checking a signed URL. */
public sealed interface UrlCheck {

    /**
     * The URL is one that this server signed.
     *
     * @param method what it is good for
     * @param world the world of the object
     * @param object the object's key
     * @param expires from when on it is refused
     */
    record Grant(StorageMethod method, String world, String object, Instant expires) implements UrlCheck {

        /**
         * Tells whether the URL is still good.
         *
         * @param now the time of the object's world
         * @return whether the expiry is reached
         */
        public boolean isExpiredAt(Instant now) {
            return !now.isBefore(expires);
        }
    }

    /**
     * The URL is refused.
     *
     * @param reason the kind of mismatch
     * @param detail what did not match, in words and without secrets
     */
    record Mismatch(Reason reason, String detail) implements UrlCheck {}

    /** Why a URL is refused. */
    enum Reason {
        /** The path is not that of an object. */
        NO_SUCH_OBJECT,
        /** There is no signature. */
        UNSIGNED,
        /** The signature does not belong to the URL. */
        SIGNATURE,
        /** The URL was signed for another method. */
        METHOD
    }
}
