package io.encord4j.fake.internal.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.internal.platform.model.Place;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which list. A token names its list and the place of the last entry that was given, so what is there all the
 * time is on exactly one page, whatever comes and goes meanwhile.
 *
 * @param list describes the list, its filters included: a token of another one is refused
 * @param byAge whether it is sorted by creation, not by name
 * @param descending whether it is sorted backwards
 * @param size how many to a page
 * @param token the token of the page, or null for the first one
 */
public record PageRequest(
        String list,
        boolean byAge,
        boolean descending,
        int size,
        @Nullable String token) {

    private static final int LARGEST = 1000;
    private static final int MARK = 8;

    public PageRequest {
        if (size < 1 || size > LARGEST) {
            throw RefusedException.invalid("pageSize must be from 1 to " + LARGEST + ", but is " + size + ".");
        }
    }

    Comparator<Place> order() {
        Comparator<Place> order = byAge ? Place.BY_AGE : Place.BY_NAME;
        return descending ? order.reversed() : order;
    }

    /** Reads where the page before ended; null for the first page. */
    @Nullable
    Place after() {
        if (token == null) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            byte[] mark = new byte[MARK];
            bytes.get(mark);
            long number = bytes.getLong();
            UUID uuid = new UUID(bytes.getLong(), bytes.getLong());
            String name = UTF_8.decode(bytes).toString();
            Place place = new Place(name, number, uuid);
            if (Arrays.equals(mark, mark(place))) {
                return place;
            }
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            // Nobody gave it; what exactly is wrong with it helps nobody.
        }
        throw RefusedException.invalid("pageToken is none that this list gave, with these filters and in this order.");
    }

    /** Takes a page from entries that come in order and begin behind {@link #after()}. */
    <T> Page<T> of(Iterator<T> entries, Function<T, Place> place) {
        List<T> page = new ArrayList<>();
        while (page.size() < size && entries.hasNext()) {
            page.add(entries.next());
        }
        String next = entries.hasNext() ? token(place.apply(page.get(page.size() - 1))) : null;
        return new Page<>(page, next);
    }

    private String token(Place place) {
        byte[] name = place.name().getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(MARK + 3 * Long.BYTES + name.length);
        bytes.put(mark(place)).putLong(place.number());
        bytes.putLong(place.uuid().getMostSignificantBits())
                .putLong(place.uuid().getLeastSignificantBits());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes.put(name).array());
    }

    private byte[] mark(Place place) {
        String text = list + "\n" + byAge + descending + "\n" + place.number() + place.uuid() + place.name();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Arrays.copyOf(digest, MARK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
