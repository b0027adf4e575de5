package io.encord4j.fake.internal.rpc;

import io.encord4j.fake.internal.platform.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Single fields of a payload that not every generation of clients sends, and that the description therefore lacks. */
record PayloadFields(Map<String, @Nullable Object> values) {

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Refuses null for what can only be changed or left alone. */
    void demandNotNull(String... keys) {
        for (String key : keys) {
            if (has(key) && values.get(key) == null) {
                throw wrong(key, "a value; what is to stay as it is is left out");
            }
        }
    }

    @Nullable
    String text(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(key, "a string");
    }

    @Nullable
    Boolean flag(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw wrong(key, "true or false");
    }

    @Nullable
    UUID uuid(String key) {
        String text = text(key);
        return text == null ? null : uuid(key, text);
    }

    @Nullable
    Map<String, @Nullable Object> object(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?>) {
            @SuppressWarnings("unchecked") // Objects of free-form JSON have texts for keys.
            Map<String, @Nullable Object> object = (Map<String, @Nullable Object>) value;
            return object;
        }
        throw wrong(key, "an object");
    }

    List<UUID> uuids(String key) {
        if (!(values.get(key) instanceof List<?> entries)) {
            throw wrong(key, "a list of UUIDs");
        }
        List<UUID> uuids = new ArrayList<>();
        for (Object entry : entries) {
            if (!(entry instanceof String text)) {
                throw wrong(key, "a list of UUIDs");
            }
            uuids.add(uuid(key, text));
        }
        return uuids;
    }

    static UUID uuid(String key, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw wrong(key, "a UUID");
        }
    }

    private static RefusedException wrong(String key, String expected) {
        return RefusedException.invalid("'" + key + "' of the payload must be " + expected + ".");
    }
}
