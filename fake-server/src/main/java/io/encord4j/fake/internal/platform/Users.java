package io.encord4j.fake.internal.platform;

import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Identities;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.internal.platform.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Users, their credentials, and their membership of datasets. */
public final class Users {

    /**
     * A member of a dataset.
     *
     * @param role what the user may do
     */
    public record Member(String email, Role role) {}

    private Users() {}

    /**
     * Makes a user.
     *
     * @throws RefusedException if the address is blank or taken
     */
    public static User create(Transaction tx, String email, boolean organisationAdmin) {
        if (email.isBlank()) {
            throw RefusedException.invalid("A user needs an e-mail address, but this one is blank.");
        }
        Identities identities = tx.state().identities();
        if (identities.userOf(email) != null) {
            throw RefusedException.of(RefusalKind.EXISTS, "There is a user " + Quoted.value(email) + " already.");
        }
        User user = new User(tx.newUserHash(), email, identities.organisation(), organisationAdmin);
        tx.identities(who -> who.withUser(user));
        return user;
    }

    /**
     * Finds the user of an address, or makes one.
     *
     * @throws RefusedException if the address is blank
     */
    public static User findOrCreate(Transaction tx, String email) {
        User known = tx.state().identities().userOf(email);
        return known == null ? create(tx, email, false) : known;
    }

    /**
     * Registers a public key of a user.
     *
     * @throws RefusedException if somebody has the key already
     */
    public static void registerSshKey(Transaction tx, User user, String publicKey) {
        String holder = tx.state().identities().sshKeys().get(publicKey);
        if (holder != null && !holder.equals(user.hash())) {
            throw RefusedException.of(
                    RefusalKind.DUPLICATE_SSH_KEY, "The SSH key " + publicKey + " belongs to another user.");
        }
        tx.identities(who -> who.withSshKey(publicKey, user.hash()));
    }

    /**
     * Finds the user of a public key, or makes one.
     *
     * @throws RefusedException if nobody has the key and the world does not accept unknown ones
     */
    public static User ofSshKey(Transaction tx, String publicKey) {
        PlatformState state = tx.state();
        String hash = state.identities().sshKeys().get(publicKey);
        if (hash != null) {
            return user(state, hash);
        }
        if (!state.choices().acceptsUnknownSshKeys()) {
            throw RefusedException.of(
                    RefusalKind.SSH_KEY_NOT_FOUND,
                    "Nobody registered the SSH key " + publicKey + "; register it, or accept unknown keys.");
        }
        User user = create(tx, "ssh-" + publicKey + "@example.com", false);
        registerSshKey(tx, user, publicKey);
        return user;
    }

    /** Gives out the bearer token of a user, the same at each call. */
    public static String bearerToken(Transaction tx, User user) {
        for (Map.Entry<String, String> entry :
                tx.state().identities().bearerTokens().entrySet()) {
            if (entry.getValue().equals(user.hash())) {
                return entry.getKey();
            }
        }
        String token = tx.newSecret();
        registerBearerToken(tx, user, token);
        return token;
    }

    /**
     * Registers a token of a user.
     *
     * @throws RefusedException if somebody else has it already
     */
    public static void registerBearerToken(Transaction tx, User user, String token) {
        String holder = tx.state().identities().bearerTokens().get(token);
        if (holder != null && !holder.equals(user.hash())) {
            throw RefusedException.of(RefusalKind.EXISTS, "The bearer token belongs to another user.");
        }
        tx.identities(who -> who.withBearerToken(token, user.hash()));
    }

    /**
     * Adds members to a dataset. Addresses that nobody has become users; members keep the role that they have.
     *
     * @throws RefusedException if an address is blank
     */
    public static List<Member> addToDataset(OpenDataset open, List<String> emails, Role role) {
        Transaction tx = open.tx();
        Dataset dataset = open.dataset();
        List<Member> members = new ArrayList<>();
        for (String email : emails) {
            User user = findOrCreate(tx, email);
            Role old = dataset.members().get(user.hash());
            if (old == null) {
                dataset = dataset.withMembers(dataset.members().put(user.hash(), role));
            }
            members.add(new Member(email, old == null ? role : old));
        }
        tx.put(dataset);
        return members;
    }

    /**
     * Finds a user.
     *
     * @throws RefusedException if there is none
     */
    public static User user(PlatformState state, String hash) {
        User user = state.identities().users().get(hash);
        if (user == null) {
            throw RefusedException.notFound("There is no user " + Quoted.value(hash) + ".");
        }
        return user;
    }
}
