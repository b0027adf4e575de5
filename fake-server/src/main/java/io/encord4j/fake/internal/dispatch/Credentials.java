package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.auth.Authentication;
import io.encord4j.fake.internal.worlds.ServedWorld;
import io.encord4j.fake.internal.worlds.Worlds;
import org.jspecify.annotations.Nullable;

/** Finds the world that a credential leads to, a refused one included: its holder wants to read about it there. */
final class Credentials {

    private Credentials() {}

    static ServedWorld world(Worlds worlds, Authentication authentication) {
        if (authentication instanceof Authentication.Bearer bearer) {
            return worlds.knowing(identities -> identities.bearerTokens().containsKey(bearer.token()))
                    .orElse(worlds.defaultWorld());
        }
        if (authentication instanceof Authentication.ApiKey key) {
            return worlds.knowing(identities -> identities.apiKeys().containsKey(key.key()))
                    .orElse(worlds.defaultWorld());
        }
        String publicKey = publicKey(authentication);
        return publicKey == null
                ? worlds.defaultWorld()
                : worlds.knowing(identities -> identities.sshKeys().containsKey(publicKey))
                        .orElse(worlds.defaultWorld());
    }

    static @Nullable String publicKey(Authentication authentication) {
        if (authentication instanceof Authentication.BodySigned signed) {
            return signed.publicKey();
        }
        if (authentication instanceof Authentication.MessageSigned signed) {
            return signed.publicKey();
        }
        return authentication instanceof Authentication.Refused refused ? refused.claimedKey() : null;
    }
}
