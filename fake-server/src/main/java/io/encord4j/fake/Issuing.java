package io.encord4j.fake;

import io.encord4j.fake.internal.platform.Transaction;
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
        return world.update(tx -> {
            Identities identities = tx.state().identities();
            String hash = identities.emails().get(email.toLowerCase(Locale.ROOT));
            User user = hash == null ? Users.create(tx, email, false) : Users.user(tx.state(), hash);
            return to(tx, user);
        });
    }

    static FakeUser to(Transaction tx, User user) {
        SshKeyPair keys = SshKeyPair.of(Base64.getUrlDecoder().decode(tx.newSecret()));
        Users.registerSshKey(tx, user, keys.publicKey());
        return FakeUser.of(user, keys, Users.bearerToken(tx, user));
    }
}
