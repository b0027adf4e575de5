package io.encord4j.fake.internal.platform;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.BucketObject;
import io.encord4j.fake.internal.platform.model.CloudIntegration;
import io.encord4j.fake.internal.platform.model.CloudSource;
import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.UploadOutcome;
import io.encord4j.fake.internal.platform.model.UploadTarget;
import io.encord4j.fake.internal.platform.model.UploadUnit;
import io.encord4j.fake.internal.platform.model.UploadWork;
import io.encord4j.fake.internal.platform.model.User;
import java.net.URLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cloud-synced folders. What lies in their bucket is told by the test; a synchronisation is an upload job that makes the
 * folder as the bucket is.
 */
public final class CloudSyncs {

    private static final int OBJECTS_IN_A_PAGE = 1000;
    private static final Pattern PLACE = Pattern.compile("(s3|gs|https?)://[^/\\s]+/(\\S.*)?");

    /**
     * How far a synchronisation is.
     *
     * @param pages how many pages the listing of the bucket has
     */
    public record Progress(UploadJob job, int pages) {}

    private CloudSyncs() {}

    /**
     * Says what lies in a bucket.
     *
     * @param remoteUrl the place that folders mirror
     * @param objects all that lies there
     */
    public static void fill(Transaction tx, String remoteUrl, List<BucketObject> objects) {
        tx.files(files -> files.withFolders(files.folders().withBucket(remoteUrl, objects)));
    }

    /**
     * Starts a synchronisation.
     *
     * @param folderUuid the folder
     * @return the job
     * @throws RefusedException if the user is none of its admins, or it is not cloud-synced
     */
    public static UploadJob start(Transaction tx, User user, UUID folderUuid) {
        Folder folder = FolderAccess.administered(tx.state(), user, folderUuid);
        CloudSource source = folder.source();
        if (source == null) {
            throw RefusedException.invalid("Folder " + folderUuid + " is not synchronised with a bucket.");
        }
        CloudIntegration integration = Integrations.find(tx.state(), source.integration());
        List<UploadUnit> units = objects(tx.state(), source).stream()
                .filter(object -> typeOf(object) != null)
                .map(object -> unit(source, object))
                .toList();
        UploadWork work = new UploadWork(units, integration, false, false);
        return UploadJobs.begin(tx, user.hash(), new UploadTarget.OfSync(folderUuid), work, true, null);
    }

    /**
     * Asks for a synchronisation and waits until it has ended or time is up.
     *
     * @param folderUuid the folder
     * @param job names the job
     * @param timeout how long to wait, in the time of the world
     * @return how far it is
     * @throws RefusedException if the user has no access or the folder no such job
     */
    public static CompletableFuture<Progress> await(
            World world, User user, UUID folderUuid, UUID job, Duration timeout) {
        UploadTarget target = new UploadTarget.OfSync(folderUuid);
        return JobPolling.await(world, user, target, job.toString(), timeout)
                .thenApply(ended -> new Progress(ended, pages(world.observe(), folderUuid)));
    }

    static void check(PlatformState state, CloudSource source) {
        if (state.integrations().get(source.integration()) == null) {
            throw RefusedException.of(
                    RefusalKind.NOT_AUTHORISED,
                    "There is no cloud integration " + source.integration() + ", or you have no access to it.");
        }
        if (!PLACE.matcher(source.remoteUrl()).matches()) {
            throw RefusedException.invalid("remoteUrl must be like s3://bucket/path/, gs://bucket/path/ or"
                    + " https://endpoint/bucket/path/, but is " + Quoted.value(source.remoteUrl()) + ".");
        }
    }

    /** Does the work: what is new becomes items, what is gone becomes tombstones, and what came back rises. */
    static UploadOutcome run(Transaction tx, UploadJob job, Folder folder, UploadWork work, Instant at) {
        CloudSource source = Objects.requireNonNull(folder.source());
        Map<String, BucketObject> present = new HashMap<>();
        objects(tx.state(), source).forEach(object -> present.put(urlOf(source, object), object));
        ItemBatch batch = new ItemBatch(tx, at);
        Set<String> known = new HashSet<>();
        folder.contents().byAge().forEach(place -> {
            SharedItem item = Objects.requireNonNull(batch.find(place.uuid()));
            if (item.item().content() instanceof StoredFile file) {
                known.add(file.link());
                BucketObject object = present.get(file.link());
                if (object == null ? !item.tombstone() : item.tombstone() || !isSame(file, object)) {
                    batch.replace(updated(item, file, object));
                }
            }
        });
        batch.commit();
        List<UploadUnit> fresh = work.units().stream()
                .filter(unit -> !known.contains(unit.links().get(0)))
                .toList();
        UploadWork left = new UploadWork(fresh, work.integration(), false, false);
        UploadOutcome outcome = UnitImport.intoFolder(tx, folder.uuid(), left, job.startedBy(), at)
                .run(true);
        return new UploadOutcome(outcome.rows(), outcome.errors(), job.units() - outcome.failed(), outcome.failed(), 0);
    }

    static int pages(PlatformState state, UUID folderUuid) {
        Folder folder = Objects.requireNonNull(state.files().folders().find(folderUuid));
        int objects = objects(state, Objects.requireNonNull(folder.source())).size();
        return (objects + OBJECTS_IN_A_PAGE - 1) / OBJECTS_IN_A_PAGE;
    }

    private static SharedItem updated(SharedItem item, StoredFile file, @Nullable BucketObject object) {
        if (object == null) {
            return item.buried(true);
        }
        StoredFile changed = new StoredFile(file.location(), file.link(), null, object.size(), file.facts());
        return item.holding(changed, item.at().integration()).buried(false);
    }

    private static boolean isSame(StoredFile file, BucketObject object) {
        return Objects.equals(file.size(), object.size());
    }

    private static UploadUnit unit(CloudSource source, BucketObject object) {
        FakeDataType type = Objects.requireNonNull(typeOf(object));
        String guessed = URLConnection.guessContentTypeFromName(object.path());
        MediaFacts facts = guessed == null ? MediaFacts.UNKNOWN : MediaFacts.ofType(guessed);
        FileRef file = new FileRef(urlOf(source, object), object.path(), facts, object.size(), null);
        return new UploadUnit.Single(type, file, null);
    }

    private static String urlOf(CloudSource source, BucketObject object) {
        return source.remoteUrl() + (source.remoteUrl().endsWith("/") ? "" : "/") + object.path();
    }

    /** Images, videos, sound, PDF and text are taken; everything else is passed over. */
    private static @Nullable FakeDataType typeOf(BucketObject object) {
        String guessed = URLConnection.guessContentTypeFromName(object.path());
        if (guessed == null) {
            return null;
        }
        return switch (guessed.substring(0, guessed.indexOf('/'))) {
            case "image" -> FakeDataType.IMAGE;
            case "video" -> FakeDataType.VIDEO;
            case "audio" -> FakeDataType.AUDIO;
            case "text" -> FakeDataType.PLAIN_TEXT;
            default -> guessed.equals("application/pdf") ? FakeDataType.PDF : null;
        };
    }

    private static List<BucketObject> objects(PlatformState state, CloudSource source) {
        List<BucketObject> objects = state.files().folders().buckets().get(source.remoteUrl());
        return objects == null ? new ArrayList<>() : objects;
    }
}
