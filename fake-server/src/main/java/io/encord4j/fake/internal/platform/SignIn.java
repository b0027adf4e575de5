package io.encord4j.fake.internal.platform;

import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.ApiKey;
import io.encord4j.fake.internal.platform.model.DatasetScope;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.User;

/** Turns proven credentials into somebody that the platform knows. */
public final class SignIn {

    private SignIn() {}

    /**
     * Signs in by API key.
     *
     * @throws RefusedException if nobody has the key, or it belongs to another dataset
     */
    public static Actor.KeyHolder byApiKey(PlatformState state, String secret, String datasetHash) {
        ApiKey key = state.identities().apiKeys().get(secret);
        if (key == null) {
            throw RefusedException.of(RefusalKind.NOT_AUTHENTICATED, "Nobody has this API key.");
        }
        if (!key.datasetHash().equals(datasetHash)) {
            throw RefusedException.of(
                    RefusalKind.NOT_AUTHENTICATED,
                    "The API key does not belong to the resource " + Quoted.value(datasetHash) + ".");
        }
        return new Actor.KeyHolder(key);
    }

    /**
     * Signs in by bearer token.
     *
     * @throws RefusedException if nobody has the token
     */
    public static Actor.Person byBearerToken(PlatformState state, String token) {
        String hash = state.identities().bearerTokens().get(token);
        User user = hash == null ? null : state.identities().users().get(hash);
        if (user == null) {
            throw RefusedException.of(RefusalKind.NOT_AUTHENTICATED, "Nobody has this bearer token.");
        }
        return new Actor.Person(user);
    }

    /**
     * Signs in by a public key whose signature was verified. Unless the world is strict, the holder of an unknown key
     * becomes a user.
     *
     * @throws RefusedException if nobody has the key and the world is strict
     */
    public static Actor.Person bySshKey(World world, String publicKey) {
        PlatformState state = world.observe();
        String hash = state.identities().sshKeys().get(publicKey);
        if (hash == null) {
            return new Actor.Person(world.update(tx -> Users.ofSshKey(tx, publicKey)));
        }
        return new Actor.Person(Users.user(state, hash));
    }

    /**
     * Demands a scope. Users have all of them.
     *
     * @throws RefusedException if the actor holds an API key without it
     */
    public static void demand(Actor actor, DatasetScope scope) {
        if (actor instanceof Actor.KeyHolder holder && !holder.key().scopes().contains(scope)) {
            throw RefusedException.of(
                    RefusalKind.SCOPE_MISSING,
                    "API key " + holder.key().keyHash() + " lacks the scope " + scope.wireName() + ".");
        }
    }
}
