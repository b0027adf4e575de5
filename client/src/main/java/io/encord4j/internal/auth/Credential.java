package io.encord4j.internal.auth;

import io.encord4j.CredentialException;
import io.encord4j.CredentialException.Problem;
import java.util.List;

/** Who calls. The kind decides which generation of the protocol is spoken. */
public sealed interface Credential {

    /** Text that must not appear anywhere but in the headers that carry it. */
    List<String> secrets();

    /**
     * An API key of one dataset, sent bare. Speaks the protocol of 2022.
     *
     * @param value the key
     */
    record ApiKey(String value) implements Credential {

        /**
         * Checks the key.
         *
         * @throws CredentialException if the key is blank or cannot travel in a header
         */
        public ApiKey {
            value = sendable("API key", value);
        }

        @Override
        public List<String> secrets() {
            return List.of(value);
        }

        @Override
        public String toString() {
            return "ApiKey[██]";
        }
    }

    /**
     * A bearer token of a user.
     *
     * @param token the token, without the word Bearer
     */
    record Bearer(String token) implements Credential {

        /**
         * Checks the token.
         *
         * @throws CredentialException if the token is blank or cannot travel in a header
         */
        public Bearer {
            token = sendable("bearer token", token);
        }

        @Override
        public List<String> secrets() {
            return List.of(token);
        }

        @Override
        public String toString() {
            return "Bearer[██]";
        }
    }

    /**
     * An SSH key of a user, which signs every request.
     */
    record Ssh(SshKey key) implements Credential {

        @Override
        public List<String> secrets() {
            return List.of();
        }
    }

    private static String sendable(String what, String value) {
        String trimmed = value.strip();
        if (trimmed.isEmpty()) {
            throw new CredentialException(
                    Problem.EMPTY, "The " + what + " is blank.", "Give the whole " + what + ".", null);
        }
        for (int i = 0; i < trimmed.length(); i++) {
            if (trimmed.charAt(i) <= ' ' || trimmed.charAt(i) > '~') {
                throw new CredentialException(
                        Problem.INVALID_CHARACTER,
                        "Character " + (i + 1) + " of the " + what + " is a blank, a control or a non-ASCII character.",
                        "Copy the " + what + " again, without anything around it.",
                        null);
            }
        }
        return trimmed;
    }
}
