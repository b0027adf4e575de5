package io.encord4j.fake;

import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultReceipt;
import io.encord4j.fake.faults.FaultRegistry;
import io.encord4j.fake.internal.platform.CloudSyncs;
import io.encord4j.fake.internal.platform.Groups;
import io.encord4j.fake.internal.platform.ItemEncodings;
import io.encord4j.fake.internal.platform.Ocr;
import io.encord4j.fake.internal.platform.ReEncoding;
import io.encord4j.fake.internal.platform.StorageFolders;
import io.encord4j.fake.internal.platform.UploadJobs;
import io.encord4j.fake.internal.platform.Users;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.BucketObject;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.ReEncodeTask;
import io.encord4j.fake.internal.platform.model.User;
import io.encord4j.fake.internal.seed.SeedText;
import io.encord4j.fake.internal.worlds.CredentialIssuer;
import io.encord4j.fake.internal.worlds.ServedWorld;
import io.encord4j.fake.internal.worlds.Worlds;
import io.encord4j.fake.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One of the worlds of a server: a platform of its own, with its own users, data, time, faults and journal. Worlds do not
 * see each other. Safe for use by many threads.
 */
public final class FakeWorld implements AutoCloseable {

    private final ServedWorld served;
    private final Worlds worlds;
    private final Consumer<ServedWorld> users;

    /** @param users is told of each fork */
    FakeWorld(ServedWorld served, Worlds worlds, Consumer<ServedWorld> users) {
        this.served = served;
        this.worlds = worlds;
        this.users = users;
    }

    /**
     * Names the world.
     *
     * @return its id
     */
    public String id() {
        return served.world().id();
    }

    /**
     * Makes a user with a fresh SSH key and bearer token.
     *
     * @param email the user's address, not taken in this world
     * @return the user with credentials
     * @throws IllegalArgumentException if the address is blank or taken
     */
    public FakeUser newUser(String email) {
        return served.world().update(tx -> CredentialIssuer.issue(tx, Users.create(tx, email, false)));
    }

    /**
     * Makes fresh credentials for a user, for example of a fork, and the user if there is none of that address.
     *
     * @param email the user's address
     * @return the user with credentials that lead to this world only
     * @throws IllegalArgumentException if the address is blank
     */
    public FakeUser credentials(String email) {
        return CredentialIssuer.issue(served.world(), email);
    }

    /**
     * Makes a group of users, which can be given access to datasets.
     *
     * @param name as shown to users
     * @param emails the addresses of its members, users of this world
     * @return the hash of the group
     * @throws IllegalArgumentException if there is no user of an address
     */
    public UUID newGroup(String name, String... emails) {
        return served.world()
                .update(tx -> {
                    Set<String> members = new LinkedHashSet<>();
                    for (String email : emails) {
                        User user = tx.state().identities().userOf(email);
                        if (user == null) {
                            throw new IllegalArgumentException("There is no user " + email + " in this world.");
                        }
                        members.add(user.hash());
                    }
                    return Groups.create(tx, name, "", members);
                })
                .hash();
    }

    /**
     * Makes a user of somebody's public key.
     *
     * @param email the user's address, not taken in this world
     * @param publicKey the raw Ed25519 key, 64 lower-case hex digits
     * @throws IllegalArgumentException if the address is blank or taken, or the key is another user's
     */
    public void registerKey(String email, String publicKey) {
        served.world().change(tx -> Users.registerSshKey(tx, Users.create(tx, email, false), publicKey));
    }

    /**
     * Gives the world's clock.
     *
     * @return a clock in UTC
     */
    public Clock clock() {
        return served.world().clock();
    }

    /**
     * Moves the world's time: jobs end, URLs expire, held polls are answered.
     *
     * @param step how far, not negative
     */
    public void advance(Duration step) {
        served.world().advance(step);
    }

    /**
     * Stops the world's time.
     *
     * @param at the time at which it stands from now on
     */
    public void freezeAt(Instant at) {
        setClock(ClockSetting.frozen(at));
    }

    /**
     * Sets how time passes.
     *
     * @param setting how
     */
    public void setClock(ClockSetting setting) {
        edit(state -> state.withClock(setting));
    }

    /**
     * Sets how re-encoding tasks go that are started from now on.
     *
     * @param plan how
     */
    public void setReEncoding(ReEncodePlan plan) {
        edit(state -> state.withReEncoding(plan));
    }

    /**
     * Sets how upload jobs go that are started from now on.
     *
     * @param plan how
     */
    public void setUploads(UploadPlan plan) {
        edit(state -> state.withUploads(plan));
    }

    /**
     * Ends an upload job now, whatever its plan: done, or failed if a unit is bad and the job does not ignore errors.
     *
     * @param processHash the id of the job
     * @throws IllegalArgumentException if there is no such job
     * @throws IllegalStateException if it has ended already
     */
    public void endJob(String processHash) {
        platform().change(tx -> UploadJobs.finish(tx, processHash));
    }

    /**
     * Cancels an upload job. Nothing is added to its dataset.
     *
     * @param processHash the id of the job
     * @throws IllegalArgumentException if there is no such job
     * @throws IllegalStateException if it has ended already
     */
    public void cancelJob(String processHash) {
        platform().change(tx -> UploadJobs.cancel(tx, processHash));
    }

    /**
     * Ends a re-encoding task successfully, now and whatever its plan.
     *
     * @param taskId the id of the task
     * @throws IllegalArgumentException if there is no such task
     * @throws IllegalStateException if it has ended already
     */
    public void finishTask(long taskId) {
        platform().change(tx -> ReEncoding.end(tx, taskId, ReEncodeTask.Action.FINISH));
    }

    /**
     * Ends a re-encoding task as failed, now and whatever its plan.
     *
     * @param taskId the id of the task
     * @throws IllegalArgumentException if there is no such task
     * @throws IllegalStateException if it has ended already
     */
    public void failTask(long taskId) {
        platform().change(tx -> ReEncoding.end(tx, taskId, ReEncodeTask.Action.FAIL));
    }

    /**
     * Ends a re-encoding of storage items successfully, now and whatever its plan.
     *
     * @param itemTask the id of the re-encoding
     * @throws IllegalArgumentException if there is no such re-encoding
     * @throws IllegalStateException if it has ended already
     */
    public void finishTask(UUID itemTask) {
        platform().change(tx -> ItemEncodings.end(tx, itemTask, ReEncodeTask.Action.FINISH));
    }

    /**
     * Ends a re-encoding of storage items as failed, now and whatever its plan.
     *
     * @param itemTask the id of the re-encoding
     * @throws IllegalArgumentException if there is no such re-encoding
     * @throws IllegalStateException if it has ended already
     */
    public void failTask(UUID itemTask) {
        platform().change(tx -> ItemEncodings.end(tx, itemTask, ReEncodeTask.Action.FAIL));
    }

    /**
     * Sets what OCR reads from an image.
     *
     * @param imageHash names the image
     * @param texts what is read
     */
    public void setOcrTexts(String imageHash, List<OcrText> texts) {
        served.world().change(tx -> Ocr.set(tx, imageHash, texts));
    }

    /**
     * Makes a dataset on the platform's own storage, with an API key and generated images in it.
     *
     * @param owner a user of this world
     * @param title the title of the dataset
     * @param imageTitles the titles of its images, of 64 by 48 pixels each
     * @return the dataset
     * @throws IllegalArgumentException if the owner is not of this world
     */
    public FakeDataset newDataset(FakeUser owner, String title, String... imageTitles) {
        Dataset made = worlds.seeds().newDataset(served.world(), owner.email(), title, List.of(imageTitles));
        return new FakeDataset(
                made.hash(),
                made.title(),
                owner,
                made.apiKeys().get(0).secret(),
                List.copyOf(made.rows().keySet()));
    }

    /**
     * Makes a folder of the storage, at the top level.
     *
     * @param owner a user of this world
     * @param name the name of the folder
     * @return the id of the folder
     * @throws IllegalArgumentException if the owner is not of this world
     */
    public UUID newFolder(FakeUser owner, String name) {
        return served.world()
                .update(tx -> {
                    User user = tx.state().identities().users().get(owner.hash());
                    if (user == null) {
                        throw new IllegalArgumentException("There is no user " + owner.email() + " in this world.");
                    }
                    return StorageFolders.create(tx, user, null, new Folder.About(name, "", null), null);
                })
                .uuid();
    }

    /**
     * Says what lies in a bucket, for the folders that are synchronised with it. What was said before is forgotten.
     *
     * @param remoteUrl the place that the folders mirror, as {@code s3://bucket/path/}
     * @param sizes the size in bytes of each file by its path below that place
     */
    public void fillBucket(String remoteUrl, Map<String, Long> sizes) {
        List<BucketObject> objects = sizes.entrySet().stream()
                .map(file -> new BucketObject(file.getKey(), file.getValue()))
                .toList();
        served.world().change(tx -> CloudSyncs.fill(tx, remoteUrl, objects));
    }

    /**
     * Adds to the world what was put together in Java.
     *
     * @param seed users, integrations, folders, datasets
     * @throws IllegalArgumentException if it makes no sense; the message says which field, and nothing has changed
     */
    public void seed(FakeSeed seed) {
        worlds.seeds().apply(served.world(), seed.json());
    }

    /**
     * Adds to the world what a JSON object says: users, integrations, datasets with rows, tasks. The description at
     * {@code /_fake/openapi.yaml} has its fields. A credential that worlds share, because both were seeded with it, leads
     * to the newest of them.
     *
     * @param json the object, as {@link #export()} writes it
     * @throws IllegalArgumentException if it makes no sense; the message says where, as {@code $.datasets[0].owner}, and
     *     nothing has changed
     */
    public void seed(String json) {
        worlds.seeds().apply(served.world(), SeedText.read(json));
    }

    /**
     * Writes the world as JSON, secrets and the bytes of hosted files included.
     *
     * @return what {@link #seed(String)} takes
     */
    public String export() {
        return SeedText.write(worlds.seeds().export(served.world()));
    }

    /**
     * Changes choices.
     *
     * @param edit gets the present choices and gives those from now on
     */
    public void changeChoices(UnaryOperator<Choices> edit) {
        edit(state -> state.withChoices(edit.apply(state.choices())));
    }

    /**
     * Arms a fault.
     *
     * @param fault what shall go wrong, and when
     * @return what comes of it
     * @throws IllegalArgumentException if there is no such operation or token, or the effect cannot happen in the phase
     */
    public FaultReceipt arm(Fault fault) {
        return served.faults().arm(fault);
    }

    /**
     * Gives the faults of this world.
     *
     * @return the registry, with all receipts
     */
    public FaultRegistry faults() {
        return served.faults();
    }

    /**
     * Gives the journal of this world.
     *
     * @return what was asked of it
     */
    public Journal journal() {
        return served.journal();
    }

    World platform() {
        return served.world();
    }

    /**
     * Takes a snapshot, at a cost that does not depend on how much is in the world.
     *
     * @return the present state
     */
    public WorldSnapshot snapshot() {
        return new WorldSnapshot(platform().snapshot());
    }

    /**
     * Goes back to a snapshot, time included. Journal and faults stay.
     *
     * @param snapshot a snapshot of this world or another one
     */
    public void restore(WorldSnapshot snapshot) {
        platform().restore(snapshot.state());
    }

    /**
     * Forgets a snapshot, so that uploaded bytes that only it still holds are deleted. Without this they are deleted once
     * the snapshot is garbage.
     *
     * @param snapshot a snapshot of this world that nobody will restore
     */
    public void forget(WorldSnapshot snapshot) {
        platform().forget(snapshot.state());
    }

    /** Goes back to the beginning, and forgets journal and faults. */
    public void reset() {
        served.reset();
    }

    /**
     * Makes a second world of the present state. Credentials go on leading to this world;
     * {@link #credentials(String)} of the second one makes others for its users, and its datasets have no API key until
     * one is asked for.
     *
     * @return the second world, without journal and faults
     */
    public FakeWorld fork() {
        ServedWorld fork = worlds.fork(served);
        users.accept(fork);
        return new FakeWorld(fork, worlds, users);
    }

    /** Removes the world. Its signed URLs answer 404 afterwards; the default world stays. */
    @Override
    public void close() {
        worlds.remove(served);
    }

    @Override
    public String toString() {
        return "FakeWorld[" + id() + "]";
    }

    private void edit(UnaryOperator<PlatformState> edit) {
        served.world().change(tx -> tx.become(edit.apply(tx.state())));
    }
}
