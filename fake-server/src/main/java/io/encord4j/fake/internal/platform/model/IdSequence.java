package io.encord4j.fake.internal.platform.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Where ids come from: 32 random-looking bytes for each number of a sequence. It is part of the state, so that a
 * deterministic world that is restored or forked goes on as the original did.
 *
 * @param repeatable whether copies of a world may make the same ids again; if not, each copy gets a seed of its own
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out changed: copied at both ends
public record IdSequence(byte[] seed, long next, boolean repeatable) {

    public IdSequence {
        seed = seed.clone();
    }

    /** Makes a sequence that is the same in each run. */
    public static IdSequence deterministic(long seed) {
        return new IdSequence(ByteBuffer.allocate(Long.BYTES).putLong(seed).array(), 0, true);
    }

    /**
     * Makes a sequence that nobody can guess.
     *
     * @param randomSeed at least 16 bytes from a secure source
     */
    public static IdSequence random(byte[] randomSeed) {
        return new IdSequence(randomSeed, 0, false);
    }

    /** Copies the seed. */
    @Override
    public byte[] seed() {
        return seed.clone();
    }

    /** Computes the bytes of the next id. */
    public byte[] bytes() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(seed);
            return digest.digest(ByteBuffer.allocate(Long.BYTES).putLong(next).array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Goes on. */
    public IdSequence advanced() {
        return new IdSequence(seed, next + 1, repeatable);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdSequence that
                && next == that.next
                && repeatable == that.repeatable
                && Arrays.equals(seed, that.seed);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(seed) + Long.hashCode(next);
    }

    /** Returns the position only: whoever knows the seed knows all secrets. */
    @Override
    public String toString() {
        return "IdSequence[seed=██, next=" + next + ", repeatable=" + repeatable + "]";
    }
}
