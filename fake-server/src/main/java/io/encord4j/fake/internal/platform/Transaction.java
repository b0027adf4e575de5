package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Files;
import io.encord4j.fake.internal.platform.model.Identities;
import io.encord4j.fake.internal.platform.model.JobsAndTasks;
import io.encord4j.fake.internal.platform.model.PlatformState;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * One change of a state while it is made: the state so far, the time, and new ids. It lives on one thread, inside
 * {@link World#update}; when the function throws, nothing of it happened.
 */
public final class Transaction {

    private static final String LETTERS_AND_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LOWER_CASE_AND_DIGITS_START = 36;
    private static final int USER_HASH_LENGTH = 28;
    private static final int SUFFIX_LENGTH = 5;

    private final Instant real;
    private PlatformState state;

    public Transaction(PlatformState state, Instant real) {
        this.state = state;
        this.real = real;
    }

    /** Returns the state so far. */
    public PlatformState state() {
        return state;
    }

    /** Returns the time in the world. */
    public Instant now() {
        return state.clock().now(real);
    }

    /** Replaces the state. */
    public void become(PlatformState next) {
        state = next;
    }

    /** Moves the time of the world. What is due then ends with the next transaction. */
    public void advance(Duration step) {
        become(state.withClock(state.clock().advanced(step)));
    }

    /** Makes a UUID. */
    public UUID newUuid() {
        ByteBuffer bytes = ByteBuffer.wrap(nextBytes());
        long high = (bytes.getLong() & ~0xF000L) | 0x4000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** Makes a hash. */
    public String newHash() {
        return newUuid().toString();
    }

    /** Makes a secret. */
    public String newSecret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nextBytes());
    }

    String newUserHash() {
        return characters(USER_HASH_LENGTH, 0);
    }

    String newSuffix() {
        return characters(SUFFIX_LENGTH, LOWER_CASE_AND_DIGITS_START);
    }

    int newTaskId() {
        return state.work().lastTaskId() + 1;
    }

    void identities(UnaryOperator<Identities> edit) {
        become(state.withIdentities(edit.apply(state.identities())));
    }

    void files(UnaryOperator<Files> edit) {
        become(state.withFiles(edit.apply(state.files())));
    }

    void work(UnaryOperator<JobsAndTasks> edit) {
        become(state.withWork(edit.apply(state.work())));
    }

    void put(Dataset dataset) {
        become(state.withDatasets(state.datasets().put(dataset.hash(), dataset)));
    }

    void put(Dataset dataset, DataRow row) {
        put(dataset.withRow(row, now()));
    }

    private String characters(int length, int firstOfAlphabet) {
        byte[] bytes = nextBytes();
        int alphabet = LETTERS_AND_DIGITS.length() - firstOfAlphabet;
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS_AND_DIGITS.charAt(firstOfAlphabet + Math.floorMod(bytes[i], alphabet)));
        }
        return text.toString();
    }

    private byte[] nextBytes() {
        byte[] bytes = state.ids().bytes();
        become(state.withIds(state.ids().advanced()));
        return bytes;
    }
}
