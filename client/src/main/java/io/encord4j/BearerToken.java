package io.encord4j;

/**
 * A token that stands for a user. {@link #toString()} does not show it.
 *
 * @param token the token itself: a secret
 */
public record BearerToken(String token) {
    @Override
    public String toString() {
        return "BearerToken[token=%s]".formatted(Redacted.mark(token));
    }
}
