package io.encord4j.fake.storage;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects of one world, as far as the storage handler needs them. */
public interface ObjectShelf {

    /**
     * Tells the world's time, which decides about expiry.
     *
     * @return now
     */
    Instant now();

    /**
     * Tells whether bytes may be sent for an object.
     *
     * @param object the object's id
     * @return false if the object was never announced, or was deleted
     */
    boolean expects(String object);

    /**
     * Replaces the bytes of an object in one step.
     *
     * @param object the object's id
     * @param blob the bytes
     * @param contentType the media type that the sender named, or null
     * @return false, and nothing is kept, if the object was deleted in the meantime
     */
    boolean put(String object, StoredBlob blob, @Nullable String contentType);

    /**
     * Finds the bytes of an object.
     *
     * @param object the object's id
     * @return the bytes, or empty if none were sent or the object was deleted
     */
    Optional<StoredObject> get(String object);

    /**
     * Bytes with the media type that their sender named.
     *
     * @param blob the bytes
     * @param contentType the media type, or null if none was named
     */
    record StoredObject(StoredBlob blob, @Nullable String contentType) {}
}
