package io.encord4j.fake.internal.control;

/**
 * Credentials that were made for a user of one world.
 *
 * @param userHash the platform's id of the user
 * @param sshPrivateKey an OpenSSH private key in its armour
 * @param sshPublicKey the public key that belongs to it, 64 lower-case hex digits
 */
public record IssuedCredentials(
        String userHash, String email, String sshPrivateKey, String sshPublicKey, String bearerToken) {

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "IssuedCredentials[userHash=" + userHash + ", email=" + email + "]";
    }
}
