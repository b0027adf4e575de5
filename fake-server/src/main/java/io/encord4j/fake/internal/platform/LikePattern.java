package io.encord4j.fake.internal.platform;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of SQL LIKE: {@code %} stands for any text, {@code _} for any one character, and the pattern covers the whole
 * text. There is no escape.
 *
 * <p>Matching keeps the set of all positions of the pattern that the text so far can have reached, 64 to a word, so the
 * time is the length of the text times a 64th of the length of the pattern, whatever the two contain.
 */
final class LikePattern {

    private final int length;
    private final Map<Integer, long[]> literals = new HashMap<>();
    private final long[] wildcards;
    private final long[] loops;
    private final boolean ignoreCase;
    private final boolean open;

    private LikePattern(String pattern, boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
        int[] tokens = pattern.codePoints().filter(c -> c != '%').toArray();
        this.length = tokens.length;
        int words = length / Long.SIZE + 1;
        this.wildcards = new long[words];
        this.loops = new long[words];
        int position = 0;
        boolean anyLoop = false;
        for (int character : pattern.codePoints().toArray()) {
            if (character == '%') {
                set(loops, position);
                anyLoop = true;
            } else if (character == '_') {
                set(wildcards, position++);
            } else {
                set(literals.computeIfAbsent(folded(character), any -> new long[words]), position++);
            }
        }
        this.open = anyLoop;
    }

    static LikePattern of(String pattern, boolean ignoreCase) {
        return new LikePattern(pattern, ignoreCase);
    }

    boolean matches(String text) {
        int characters = text.codePointCount(0, text.length());
        if (characters < length || (!open && characters > length)) {
            return false;
        }
        long[] reached = new long[loops.length];
        reached[0] = 1;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (!step(reached, literals.get(folded(text.codePointAt(i))))) {
                return false;
            }
        }
        return (reached[length / Long.SIZE] & bit(length)) != 0;
    }

    /**
     * Moves every position that accepts the character one on, and keeps those in front of which any text may stand.
     */
    private boolean step(long[] reached, long @Nullable [] literal) {
        long carry = 0;
        long any = 0;
        for (int word = 0; word < reached.length; word++) {
            long accepting = wildcards[word] | (literal == null ? 0 : literal[word]);
            long moved = reached[word] & accepting;
            reached[word] = (moved << 1) | carry | (reached[word] & loops[word]);
            carry = moved >>> (Long.SIZE - 1);
            any |= reached[word];
        }
        return any != 0;
    }

    private int folded(int character) {
        return ignoreCase ? Character.toLowerCase(Character.toUpperCase(character)) : character;
    }

    private static void set(long[] bits, int position) {
        bits[position / Long.SIZE] |= bit(position);
    }

    private static long bit(int position) {
        return 1L << position;
    }
}
