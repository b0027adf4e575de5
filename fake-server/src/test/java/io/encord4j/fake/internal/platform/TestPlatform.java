package io.encord4j.fake.internal.platform;

import io.encord4j.fake.Choices;
import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.model.CloudIntegration;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.IdSequence;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.internal.platform.model.UploadUnit;
import io.encord4j.fake.internal.platform.model.User;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A world with frozen time and a user who has a hosted dataset and one in a bucket. */
final class TestPlatform {

    static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    static final MediaFacts FILM = new MediaFacts("video/mp4", 640, 480, 2.0, 25.0, null);

    final ManualAlarm alarm = new ManualAlarm();
    final World world;
    final User alice;
    final User bob;
    final Actor asAlice;
    final Actor asBob;
    final String hosted;
    final String bucket;
    final CloudIntegration integration;

    TestPlatform() {
        this(Choices.DEFAULT);
    }

    TestPlatform(Choices choices) {
        this(choices, 1);
    }

    TestPlatform(Choices choices, long seed) {
        PlatformState state = PlatformState.empty(
                choices, ClockSetting.frozen(START), IdSequence.deterministic(seed), new UUID(0, 1));
        world = new World("test", state, Clock.fixed(START, ZoneOffset.UTC), alarm, new SecureRandom());
        alice = world.update(tx -> Users.create(tx, "alice@example.com", false));
        bob = world.update(tx -> Users.create(tx, "bob@example.com", false));
        asAlice = new Actor.Person(alice);
        asBob = new Actor.Person(bob);
        hosted = dataset(alice, "hosted", FakeStorageLocation.CORD_STORAGE).hash();
        bucket = dataset(alice, "bucket", FakeStorageLocation.AWS).hash();
        integration = world.update(tx -> Integrations.create(tx, "AWS", FakeStorageLocation.AWS));
    }

    Dataset dataset(User owner, String title, FakeStorageLocation location) {
        return world.update(tx -> Datasets.create(tx, owner, title, null, location, true));
    }

    Dataset dataset(String hash) {
        return Access.dataset(world.observe(), asAlice, hash);
    }

    List<DataRow> rows(String datasetHash) {
        return Rows.list(world.observe(), Access.dataset(world.observe(), asAlice, datasetHash), RowFilter.ANY)
                .toList();
    }

    List<String> titles(String datasetHash) {
        return rows(datasetHash).stream().map(DataRow::title).toList();
    }

    /** Asks for a URL as a 2022 client does and sends bytes to it. */
    StoredObject sent(UploadKind kind, String title, MediaFacts facts) {
        StoredObject object =
                world.update(tx -> HostedObjects.inDataset(Access.open(tx, asAlice, hosted), kind, List.of(title))
                        .get(0));
        send(object, title, facts);
        return object;
    }

    /** Asks for a URL as a 2026 client does and sends bytes to it. */
    StoredObject presigned(UploadKind kind, String bytes, MediaFacts facts) {
        StoredObject object =
                world.update(tx -> HostedObjects.forUser(tx, alice, kind, 1).get(0));
        send(object, bytes, facts);
        return object;
    }

    void send(StoredObject object, String bytes, MediaFacts facts) {
        world.change(
                tx -> HostedObjects.fill(tx, object.key(), new StoredObject.Content(new TextBlob(bytes), null, facts)));
    }

    DataRow video(String title) {
        StoredObject object = sent(UploadKind.VIDEO, title, FILM);
        return world.update(tx -> Registration.video(Access.open(tx, asAlice, hosted), object.dataHash(), null));
    }

    String registeredImage(String title, int width, int height) {
        StoredObject object = sent(UploadKind.IMAGE, title, MediaFacts.image("image/png", width, height));
        world.change(tx -> Registration.groupImage(Access.open(tx, asAlice, hosted), object.dataHash()));
        return object.dataHash();
    }

    static UploadUnit single(FakeDataType type, String link, String title) {
        return new UploadUnit.Single(type, new FileRef(link, title), null);
    }

    /** Files that were sent to signed URLs. */
    static UploadRequest uploaded(List<UploadUnit> units) {
        return new UploadRequest(units, null, false, false, false, null, null);
    }
}
