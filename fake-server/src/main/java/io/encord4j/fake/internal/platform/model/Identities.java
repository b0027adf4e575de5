package io.encord4j.fake.internal.platform.model;

import java.util.Locale;
import java.util.UUID;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * Who there is, and what proves it.
 *
 * @param organisation the organisation that new users join
 * @param users user by hash, in the order they were made
 * @param emails user hash by address in lower case
 * @param sshKeys user hash by public key, 64 lower-case hex digits
 * @param bearerTokens user hash by token
 * @param apiKeys API key by secret
 * @param groups group by hash, in the order they were made
 */
public record Identities(
        UUID organisation,
        PersistentMap<String, User> users,
        PersistentMap<String, String> emails,
        PersistentMap<String, String> sshKeys,
        PersistentMap<String, String> bearerTokens,
        PersistentMap<String, ApiKey> apiKeys,
        PersistentMap<UUID, Group> groups) {

    /** Starts with nobody. */
    public static Identities empty(UUID organisation) {
        return new Identities(
                organisation,
                ExtensionsKt.persistentMapOf(),
                ExtensionsKt.persistentHashMapOf(),
                ExtensionsKt.persistentHashMapOf(),
                ExtensionsKt.persistentHashMapOf(),
                ExtensionsKt.persistentHashMapOf(),
                ExtensionsKt.persistentMapOf());
    }

    /** Finds the user of an address, whatever its case. */
    public @Nullable User userOf(String email) {
        String hash = emails.get(key(email));
        return hash == null ? null : users.get(hash);
    }

    /** Adds or replaces a user. */
    public Identities withUser(User user) {
        return new Identities(
                organisation,
                users.put(user.hash(), user),
                emails.put(key(user.email()), user.hash()),
                sshKeys,
                bearerTokens,
                apiKeys,
                groups);
    }

    /** Adds a public key. */
    public Identities withSshKey(String publicKey, String userHash) {
        return new Identities(
                organisation, users, emails, sshKeys.put(publicKey, userHash), bearerTokens, apiKeys, groups);
    }

    /** Adds a bearer token. */
    public Identities withBearerToken(String token, String userHash) {
        return new Identities(organisation, users, emails, sshKeys, bearerTokens.put(token, userHash), apiKeys, groups);
    }

    /** Adds an API key. */
    public Identities withApiKey(ApiKey key) {
        return new Identities(
                organisation, users, emails, sshKeys, bearerTokens, apiKeys.put(key.secret(), key), groups);
    }

    /** Adds or replaces a group. */
    public Identities withGroup(Group group) {
        return new Identities(
                organisation, users, emails, sshKeys, bearerTokens, apiKeys, groups.put(group.hash(), group));
    }

    /** Forgets every credential, at a cost that does not depend on their number. */
    public Identities withoutCredentials() {
        return new Identities(
                organisation,
                users,
                emails,
                ExtensionsKt.persistentHashMapOf(),
                ExtensionsKt.persistentHashMapOf(),
                ExtensionsKt.persistentHashMapOf(),
                groups);
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** Counts; tokens and keys are secrets. */
    @Override
    public String toString() {
        return "Identities[users=" + users.size() + ", groups=" + groups.size() + "]";
    }
}
