package io.encord4j.fake;

/**
 * A user of a world, with credentials made for them.
 *
 * @param hash the platform's id of the user
 * @param email the user's address
 * @param sshPrivateKey an OpenSSH private key in its armour, without passphrase: a secret, but of this world only
 * @param sshPublicKey the public key that belongs to it, 64 lower-case hex digits
 * @param bearerToken a bearer token
 */
public record FakeUser(String hash, String email, String sshPrivateKey, String sshPublicKey, String bearerToken) {

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "FakeUser[hash=" + hash + ", email=" + email + "]";
    }
}
