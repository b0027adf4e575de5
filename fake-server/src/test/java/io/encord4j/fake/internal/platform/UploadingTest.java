package io.encord4j.fake.internal.platform;

import static io.encord4j.fake.internal.platform.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Choices;
import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UploadKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadingTest {

    private final TestPlatform platform = new TestPlatform();

    private DataRow register(StoredObject object) {
        return platform.world.update(
                tx -> Registration.video(Access.open(tx, platform.asAlice, platform.hosted), object.dataHash(), null));
    }

    @Test
    void aVideoIsARowOnceItIsRegistered() {
        StoredObject object = platform.sent(UploadKind.VIDEO, "film.mp4", TestPlatform.FILM);
        assertThat(platform.rows(platform.hosted)).isEmpty();

        DataRow row = register(object);

        assertThat(platform.rows(platform.hosted)).containsExactly(row);
        assertThat(row.hash()).isEqualTo(object.dataHash());
        assertThat(row.title()).isEqualTo("film.mp4");
        assertThat(row.type()).isEqualTo(FakeDataType.VIDEO);
        assertThat(row.item().facts()).isEqualTo(TestPlatform.FILM);
        assertThat(row.item().link()).isEqualTo(object.key());
        assertThat(row.item().size()).isEqualTo("film.mp4".length());
    }

    @Test
    void registeringTwiceGivesTheSameRow() {
        StoredObject object = platform.sent(UploadKind.VIDEO, "film.mp4", TestPlatform.FILM);

        assertThat(register(object)).isEqualTo(register(object));
        assertThat(platform.rows(platform.hosted)).hasSize(1);
    }

    @Test
    void whatWasNeverSentOrNeverAskedForIsRefused() {
        StoredObject promised = platform.world.update(tx -> HostedObjects.inDataset(
                        Access.open(tx, platform.asAlice, platform.hosted), UploadKind.VIDEO, List.of("film.mp4"))
                .get(0));
        assertRefused(RefusalKind.NOT_FOUND, () -> register(promised)).contains("never sent");
        assertRefused(
                RefusalKind.NOT_FOUND,
                () -> platform.world.update(
                        tx -> Registration.video(Access.open(tx, platform.asAlice, platform.hosted), "no-such", null)));
    }

    @Test
    void bytesMustBeWhatTheyClaimToBe() {
        StoredObject text = platform.sent(UploadKind.VIDEO, "film.txt", MediaFacts.UNKNOWN);
        StoredObject image = platform.sent(UploadKind.VIDEO, "film.mp4", MediaFacts.image("image/png", 1, 1));
        StoredObject broken = platform.sent(UploadKind.VIDEO, "film.mp4", MediaFacts.corrupt("video/mp4", "no track"));
        assertRefused(RefusalKind.FILE_TYPE, () -> register(text)).contains("no known type");
        assertRefused(RefusalKind.FILE_TYPE, () -> register(image)).contains("image/png");
        assertRefused(RefusalKind.FILE_TYPE, () -> register(broken)).contains("no track");
    }

    @Test
    void bytesThatTellNothingAreJudgedByTheirName() {
        StoredObject sparse = platform.sent(UploadKind.VIDEO, "film.mp4", MediaFacts.UNKNOWN);
        StoredObject rare = platform.sent(UploadKind.VIDEO, "film.mkv", MediaFacts.UNKNOWN);

        assertThat(register(sparse).title()).isEqualTo("film.mp4");
        assertThat(register(rare).title()).isEqualTo("film.mkv");
    }

    @Test
    void aLenientWorldTakesAnyBytes() {
        TestPlatform lenient =
                new TestPlatform(Choices.builder().checksMedia(false).build());
        StoredObject text = lenient.sent(UploadKind.VIDEO, "film.mp4", MediaFacts.UNKNOWN);

        assertThat(lenient.world
                        .<DataRow>update(tx -> Registration.video(
                                Access.open(tx, lenient.asAlice, lenient.hosted), text.dataHash(), "renamed"))
                        .title())
                .isEqualTo("renamed");
    }

    @Test
    void bytesCannotBeSentToADatasetInABucket() {
        assertRefused(
                RefusalKind.UPLOAD_NOT_SUPPORTED,
                () -> platform.world.update(tx -> HostedObjects.inDataset(
                        Access.open(tx, platform.asAlice, platform.bucket), UploadKind.VIDEO, List.of("film.mp4"))));
    }

    @Test
    void recordsComeInTheOrderAskedForEvenForEqualNames() {
        List<StoredObject> objects = platform.world.update(tx -> HostedObjects.inDataset(
                Access.open(tx, platform.asAlice, platform.hosted), UploadKind.IMAGE, List.of("a", "b", "a")));

        assertThat(objects).extracting(StoredObject::title).containsExactly("a", "b", "a");
        assertThat(objects).extracting(StoredObject::key).doesNotHaveDuplicates();
    }

    @Test
    void theLastUploadWinsUntilTheBytesAreUsed() {
        StoredObject object = platform.sent(UploadKind.VIDEO, "first", TestPlatform.FILM);
        platform.send(object, "second", TestPlatform.FILM);
        DataRow row = register(object);
        assertThat(row.item().size()).isEqualTo("second".length());

        platform.send(object, "second", TestPlatform.FILM);
        assertRefused(RefusalKind.EXISTS, () -> platform.send(object, "third", TestPlatform.FILM));
        assertThat(HostedObjects.read(platform.world.observe(), object.key())
                        .blob()
                        .sha256())
                .isEqualTo("second");
    }

    @Test
    void anObjectWithoutBytesCannotBeRead() {
        StoredObject promised = platform.world.update(tx ->
                HostedObjects.forUser(tx, platform.alice, UploadKind.IMAGE, 1).get(0));
        assertRefused(RefusalKind.NOT_FOUND, () -> HostedObjects.read(platform.world.observe(), promised.key()));
        assertRefused(RefusalKind.NOT_FOUND, () -> HostedObjects.place(platform.world.observe(), "no-such"));
    }

    @Test
    void aUserGetsFromOneTo200UrlsPerCall() {
        assertThat(platform.world.<List<StoredObject>>update(
                        tx -> HostedObjects.forUser(tx, platform.alice, UploadKind.IMAGE, 200)))
                .hasSize(200);
        for (int count : new int[] {-1, 0, 201}) {
            assertRefused(
                    RefusalKind.INVALID_ARGUMENTS,
                    () -> platform.world.update(
                            tx -> HostedObjects.forUser(tx, platform.alice, UploadKind.IMAGE, count)));
        }
    }
}
