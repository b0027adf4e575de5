package io.encord4j.fake;

import io.encord4j.fake.internal.platform.Change;
import io.encord4j.fake.internal.platform.Users;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.Identities;
import io.encord4j.fake.internal.platform.model.User;
import java.util.Base64;
import java.util.Locale;

/** Makes credentials. Each is new, so it leads to one world only. */
final class Issuing {

    private Issuing() {}

    static FakeUser to(World world, String email) {
        return world.update(change -> {
            Identities identities = change.state().identities();
            String hash = identities.emails().get(email.toLowerCase(Locale.ROOT));
            User user = hash == null ? Users.create(change, email, false) : Users.user(change.state(), hash);
            return to(change, user);
        });
    }

    static FakeUser to(Change change, User user) {
        SshKeyPair keys = SshKeyPair.of(Base64.getUrlDecoder().decode(change.newSecret()));
        Users.registerSshKey(change, user, keys.publicKey());
        return FakeUser.of(user, keys, Users.bearerToken(change, user));
    }
}
