package io.encord4j.fake.internal.platform.model;

import java.util.Comparator;
import java.util.UUID;

/**
 * Where something stands in the lists of its folder. A place names a position also when nothing is there any more, so a page
 * can begin behind it.
 *
 * @param name by which one list is sorted
 * @param number by which the other is sorted: what was made later has a greater one
 * @param uuid names the thing
 */
public record Place(String name, long number, UUID uuid) {

    /** Names as code points, then ids. */
    public static final Comparator<Place> BY_NAME = Comparator.comparing(Place::name, Place::compareCodePoints)
            .thenComparing(Place::uuid, Place::compareAsTexts);

    /** The order of creation. */
    public static final Comparator<Place> BY_AGE = Comparator.comparingLong(Place::number);

    /** {@link UUID#compareTo} takes the halves for signed numbers. */
    private static int compareAsTexts(UUID one, UUID other) {
        int order = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return order == 0
                ? Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits())
                : order;
    }

    /** {@link String#compareTo} sees surrogates, which sort before some characters that come before theirs. */
    private static int compareCodePoints(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                boolean both = Character.isSurrogate(one.charAt(i)) == Character.isSurrogate(other.charAt(i));
                int order = Character.compare(one.charAt(i), other.charAt(i));
                return both ? order : Character.isSurrogate(one.charAt(i)) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
