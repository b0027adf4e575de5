package io.encord4j.fake.internal.worlds;

import io.encord4j.fake.FakeUser;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.Users;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.User;
import java.util.Base64;

/** Makes credentials. Each is new, so it leads to one world only. */
public final class CredentialIssuer {

    private CredentialIssuer() {}

    /** Issues credentials to the user of an address, who is made if there is none. */
    public static FakeUser issue(World world, String email) {
        return world.update(tx -> issue(tx, Users.findOrCreate(tx, email)));
    }

    public static FakeUser issue(Transaction tx, User user) {
        SshKeyPair keys = SshKeyPair.of(Base64.getUrlDecoder().decode(tx.newSecret()));
        Users.registerSshKey(tx, user, keys.publicKey());
        return new FakeUser(
                user.hash(), user.email(), keys.privateKey(), keys.publicKey(), Users.bearerToken(tx, user));
    }
}
