package io.encord4j.fake.internal.rest;

import io.encord4j.fake.internal.platform.Quoted;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.wire.json.WireTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query of a request, decoded. A value that cannot be read is refused by name. */
final class QueryParameters {

    private static final int MOST_DIGITS = 9;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    QueryParameters(@Nullable String query) {
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = PercentCoding.decodeQuery(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : PercentCoding.decodeQuery(pair.substring(equals + 1));
                values.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
            }
        }
    }

    @Nullable
    String text(String name) {
        List<String> all = texts(name);
        if (all.size() > 1) {
            throw invalid("The parameter " + name + " must be given once, not " + all.size() + " times.");
        }
        return all.isEmpty() ? null : all.get(0);
    }

    String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            throw invalid("The parameter " + name + " is missing.");
        }
        return text;
    }

    List<String> texts(String name) {
        return values.getOrDefault(name, List.of());
    }

    List<UUID> uuids(String name) {
        return texts(name).stream().map(text -> uuid(name, text)).toList();
    }

    int requiredInteger(String name) {
        String text = requiredText(name);
        if (!text.matches("-?[0-9]{1," + MOST_DIGITS + "}")) {
            throw invalid("The parameter " + name + " must be a whole number.");
        }
        return Integer.parseInt(text);
    }

    /** A whole number, or what stands for it where it is absent. */
    int integer(String name, int otherwise) {
        return text(name) == null ? otherwise : requiredInteger(name);
    }

    /** Everything but the parameters named, as a text by which lists are told apart. */
    String without(String... names) {
        Map<String, List<String>> rest = new TreeMap<>(values);
        rest.keySet().removeAll(List.of(names));
        return rest.toString();
    }

    /** A flag that may be absent, which is neither true nor false. */
    @Nullable
    Boolean flagOrNull(String name) {
        return text(name) == null ? null : (Boolean) flag(name);
    }

    /** Python writes {@code True}, others write {@code true}. */
    boolean flag(String name) {
        String text = text(name);
        return switch (text == null ? "false" : text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw invalid("The parameter " + name + " must be true or false.");
        };
    }

    @Nullable
    Instant time(String name) {
        String text = text(name);
        try {
            return text == null ? null : WireTime.parse(text);
        } catch (DateTimeException e) {
            throw invalid("The parameter " + name + " must be an ISO 8601 date with time.");
        }
    }

    static UUID uuid(String name, String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw invalid("The parameter " + name + " must be a UUID, but is " + Quoted.value(text) + ".");
        }
        return UUID.fromString(text);
    }

    private static RuntimeException invalid(String message) {
        return RefusedException.invalid(message);
    }
}
