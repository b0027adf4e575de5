package io.encord4j.fake.internal.storage;

import org.jspecify.annotations.Nullable;

/** What a signed URL may be used for. */
public enum StorageMethod {
    /** Sending the bytes. */
    PUT,
    /** Fetching the bytes, or only their description. */
    GET;

    boolean allows(String httpMethod) {
        return httpMethod.equals(name()) || (this == GET && httpMethod.equals("HEAD"));
    }

    static @Nullable StorageMethod named(String text) {
        return switch (text) {
            case "PUT" -> PUT;
            case "GET" -> GET;
            default -> null;
        };
    }
}
