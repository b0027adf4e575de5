package io.encord4j.fake.internal.seed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Typed access to a JSON object of a caller, who is told which field is wrong and what it should be. */
public final class JsonFields {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String document;
    private final String path;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    /** The object that a document consists of, for example "the seed". */
    public JsonFields(String document, Map<?, ?> json) {
        this(document, "$", json);
    }

    private JsonFields(String document, String path, Map<?, ?> json) {
        this.document = document;
        this.path = path;
        json.forEach((key, value) -> values.put(String.valueOf(key), value));
    }

    /** Refuses fields that nobody asked for: they are misspelt, and would be ignored silently. */
    public void end() {
        for (String name : values.keySet()) {
            if (!asked.contains(name)) {
                throw new FieldException("There is no field " + quoted(name) + " in " + place(path) + ". There are: "
                        + String.join(", ", new TreeSet<>(asked)) + ".");
            }
        }
    }

    public @Nullable String text(String name) {
        Object value = get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(name, "a string");
    }

    public String requiredText(String name) {
        String value = text(name);
        if (value == null) {
            throw wrong(name, "a string, and must be there");
        }
        return value;
    }

    public boolean flag(String name, boolean otherwise) {
        Object value = get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "true or false");
    }

    public long number(String name, long otherwise) {
        Object value = get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long number) {
            return number;
        }
        throw wrong(name, "an integer of at most 64 bits");
    }

    public int smallNumber(String name, int otherwise) {
        long number = number(name, otherwise);
        if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            throw wrong(name, "an integer of at most 32 bits");
        }
        return (int) number;
    }

    public double decimal(String name, double otherwise) {
        Object value = get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(name, "a number");
    }

    public @Nullable Duration duration(String name) {
        String text = text(name);
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeException e) {
            throw wrong(name, "an ISO 8601 duration such as PT1H or PT0.5S");
        }
    }

    public Duration requiredDuration(String name) {
        Duration duration = duration(name);
        if (duration == null) {
            throw wrong(name, "an ISO 8601 duration such as PT1H, and must be there");
        }
        return duration;
    }

    public @Nullable Instant instant(String name) {
        String text = text(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong(name, "a date and time in UTC such as 2026-01-01T00:00:00Z");
        }
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = requiredText(name);
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
            names.add(constant.name());
        }
        throw wrong(name, "one of " + String.join(", ", names));
    }

    public @Nullable Long numberOrNull(String name) {
        return get(name) == null ? null : (Long) number(name, 0);
    }

    public @Nullable Integer smallNumberOrNull(String name) {
        return get(name) == null ? null : (Integer) smallNumber(name, 0);
    }

    public @Nullable Double decimalOrNull(String name) {
        return get(name) == null ? null : (Double) decimal(name, 0);
    }

    /** An object of any content. */
    public @Nullable Map<String, @Nullable Object> freeForm(String name) {
        JsonFields object = object(name);
        return object == null ? null : object.values;
    }

    public List<String> texts(String name) {
        Object value = get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(name, "a list of strings");
        }
        List<String> texts = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof String text)) {
                throw wrong(name, "a list of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    public Map<String, String> textMap(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        Object value = get(name);
        if (value != null && !(value instanceof Map<?, ?>)) {
            throw wrong(name, "an object of strings");
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                if (!(element instanceof String text)) {
                    throw wrong(name, "an object of strings");
                }
                texts.put(String.valueOf(key), text);
            });
        }
        return texts;
    }

    public List<JsonFields> objects(String name) {
        Object value = get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(name, "a list of objects");
        }
        List<JsonFields> objects = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> map)) {
                throw wrong(name, "a list of objects");
            }
            objects.add(new JsonFields(document, path(name) + "[" + objects.size() + "]", map));
        }
        return objects;
    }

    /** Reads each object of a list. What the platform refuses on the way is told with the place of the object. */
    public void each(String name, Consumer<JsonFields> reader) {
        for (JsonFields object : objects(name)) {
            try {
                reader.accept(object);
            } catch (FieldException e) {
                throw e;
            } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
                throw object.refusedAt(object.path, String.valueOf(e.getMessage()));
            }
        }
    }

    public @Nullable JsonFields object(String name) {
        Object value = get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            return new JsonFields(document, path(name), map);
        }
        throw wrong(name, "an object");
    }

    public JsonFields requiredObject(String name) {
        JsonFields object = object(name);
        if (object == null) {
            throw wrong(name, "an object, and must be there");
        }
        return object;
    }

    public IllegalArgumentException wrong(String name, String remedy) {
        Object value = values.get(name);
        String given = value instanceof Map || value instanceof List ? "" : ", not " + quoted(value);
        return new FieldException(place(path(name)) + " must be " + remedy + given + ".");
    }

    /** A field whose value is of the right form, but cannot be. */
    IllegalArgumentException refused(String name, String reason) {
        return refusedAt(path(name), reason);
    }

    private IllegalArgumentException refusedAt(String where, String reason) {
        return new FieldException(place(where) + ": " + reason);
    }

    private String path(String name) {
        return path + (PLAIN_NAME.matcher(name).matches() ? "." + name : "['" + name + "']");
    }

    private String place(String where) {
        return where.equals("$") ? document : where + " of " + document;
    }

    private @Nullable Object get(String name) {
        asked.add(name);
        return values.get(name);
    }

    private static String quoted(@Nullable Object value) {
        String text = String.valueOf(value);
        return "'" + (text.length() > 100 ? text.substring(0, 100) + "…" : text) + "'";
    }

    /** Says already where the mistake is. */
    private static final class FieldException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        FieldException(String message) {
            super(message);
        }
    }
}
