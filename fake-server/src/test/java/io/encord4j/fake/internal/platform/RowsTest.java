package io.encord4j.fake.internal.platform;

import static io.encord4j.fake.internal.platform.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Choices;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.StoredObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowsTest {

    private final TestPlatform platform = new TestPlatform();

    private List<String> listed(RowFilter filter) {
        return Rows.list(
                        platform.world.observe(),
                        Access.dataset(platform.world.observe(), platform.asAlice, platform.hosted),
                        filter)
                .map(DataRow::title)
                .toList();
    }

    private List<DataRow> link(String datasetHash, ItemLinking.Duplicates duplicates, UUID... items) {
        return platform.world.update(
                tx -> ItemLinking.link(Access.open(tx, platform.asAlice, datasetHash), List.of(items), duplicates));
    }

    private void delete(String datasetHash, String... hashes) {
        platform.world.change(tx -> Rows.delete(Access.open(tx, platform.asAlice, datasetHash), List.of(hashes)));
    }

    @Test
    void rowsAreListedInTheOrderTheyWereMadeEvenAfterEditing() {
        DataRow first = platform.video("first");
        platform.video("second");
        platform.video("third");
        platform.world.change(
                tx -> Rows.update(Access.open(tx, platform.asAlice, platform.hosted), first.hash(), "renamed", null));

        assertThat(listed(RowFilter.ANY)).containsExactly("renamed", "second", "third");
    }

    @Test
    void filtersCombineAndEmptySetsMatchNothing() {
        DataRow film = platform.video("film.mp4");
        platform.world.advance(Duration.ofSeconds(1));
        platform.video("other.mp4");

        assertThat(listed(new RowFilter(new TextFilter(null, "f%"), TimeFilter.ANY, null, null)))
                .containsExactly("film.mp4");
        assertThat(listed(new RowFilter(
                        TextFilter.ANY, new TimeFilter(null, TestPlatform.START), Set.of("VIDEO", "NEWER"), null)))
                .containsExactly("other.mp4");
        assertThat(listed(new RowFilter(TextFilter.ANY, TimeFilter.ANY, null, Set.of(film.hash(), "no-such"))))
                .containsExactly("film.mp4");
        assertThat(listed(new RowFilter(TextFilter.ANY, TimeFilter.ANY, Set.of(), null)))
                .isEmpty();
        assertThat(listed(new RowFilter(TextFilter.ANY, TimeFilter.ANY, null, Set.of())))
                .isEmpty();
    }

    @Test
    void metadataReplaceAsAWholeAndTitlesStay() {
        DataRow row = platform.video("film.mp4");
        platform.world.advance(Duration.ofSeconds(1));
        for (Map<String, Object> metadata : List.<Map<String, Object>>of(Map.of("a", 1L), Map.of("b", 2L))) {
            platform.world.change(
                    tx -> Rows.update(Access.open(tx, platform.asAlice, platform.hosted), row.hash(), null, metadata));
        }

        DataRow found =
                Rows.find(Access.dataset(platform.world.observe(), platform.asAlice, platform.hosted), row.hash());
        assertThat(found.clientMetadata()).isEqualTo(Map.of("b", 2L));
        assertThat(found.title()).isEqualTo("film.mp4");
        assertThat(found.lastEditedAt()).isEqualTo(TestPlatform.START.plusSeconds(1));
        assertThat(platform.dataset(platform.hosted).lastEditedAt()).isEqualTo(found.lastEditedAt());
    }

    @Test
    void renamingIsAllOrNothing() {
        DataRow row = platform.video("film.mp4");
        assertRefused(
                        RefusalKind.NOT_FOUND,
                        () -> platform.world.change(tx -> Rows.rename(
                                Access.open(tx, platform.asAlice, platform.hosted),
                                new TreeMap<>(Map.of(row.hash(), "new", "zzz", "new")))))
                .contains("zzz");

        assertThat(listed(RowFilter.ANY)).containsExactly("film.mp4");
    }

    @Test
    void deletingIgnoresForeignRowsAndTakesTheBytesAlong() {
        DataRow kept = platform.video("kept");
        DataRow gone = platform.video("gone");
        String key = gone.item().link();

        delete(platform.bucket, kept.hash());
        delete(platform.hosted, gone.hash(), "no-such", gone.hash());
        delete(platform.hosted, gone.hash());

        assertThat(platform.rows(platform.hosted)).containsExactly(kept);
        assertRefused(RefusalKind.NOT_FOUND, () -> HostedObjects.read(platform.world.observe(), key));
        assertRefused(
                RefusalKind.NOT_FOUND,
                () -> platform.world.change(tx -> HostedObjects.fill(
                        tx, key, new StoredObject.Content(new TextBlob("again"), null, TestPlatform.FILM))));
        assertThat(HostedObjects.read(platform.world.observe(), kept.item().link()))
                .isNotNull();
    }

    @Test
    void deletingNothingDoesNotCountAsEditing() {
        platform.world.advance(Duration.ofSeconds(1));
        delete(platform.hosted, "no-such");

        assertThat(platform.dataset(platform.hosted).lastEditedAt()).isEqualTo(TestPlatform.START);
    }

    @Test
    void bytesStayWhileAnotherRowUsesTheItem() {
        DataRow row = platform.video("film.mp4");
        DataRow linked = link(
                        platform.bucket, ItemLinking.Duplicates.SKIP, row.item().uuid())
                .get(0);
        assertThat(linked.hash()).isNotEqualTo(row.hash());
        assertThat(linked.item()).isEqualTo(row.item());

        delete(platform.hosted, row.hash());
        assertThat(HostedObjects.read(platform.world.observe(), row.item().link()))
                .isNotNull();
        delete(platform.bucket, linked.hash());
        assertThat(platform.world.observe().files().objects()).isEmpty();
        assertThat(platform.world.observe().files().items()).isEmpty();
    }

    @Test
    void duplicatesAreSkippedDuplicatedOrRefused() {
        UUID item = platform.video("film.mp4").item().uuid();

        assertThat(link(platform.hosted, ItemLinking.Duplicates.SKIP, item)).isEmpty();
        assertThat(link(platform.hosted, ItemLinking.Duplicates.DUPLICATE, item, item))
                .hasSize(2);
        assertRefused(
                RefusalKind.INVALID_ARGUMENTS, () -> link(platform.bucket, ItemLinking.Duplicates.FAIL, item, item));
        assertThat(platform.rows(platform.bucket)).isEmpty();
        assertThat(platform.rows(platform.hosted)).hasSize(3);
    }

    @Test
    void itemsThatTheCallerCannotSeeAreRefusedAsUnknownOnesAre() {
        UUID item = platform.video("film.mp4").item().uuid();
        String own = platform.dataset(platform.bob, "bob's", FakeStorageLocation.CORD_STORAGE)
                .hash();
        for (UUID uuid : List.of(item, new UUID(7, 7))) {
            assertRefused(
                    RefusalKind.NOT_AUTHORISED,
                    () -> platform.world.update(tx -> ItemLinking.link(
                            Access.open(tx, platform.asBob, own), List.of(uuid), ItemLinking.Duplicates.SKIP)));
        }
    }

    @Test
    void filtersIgnoreCaseIfTheWorldSaysSo() {
        TestPlatform folding =
                new TestPlatform(Choices.builder().likeIgnoresCase(true).build());
        folding.video("FILM.mp4");
        RowFilter filter = new RowFilter(new TextFilter(null, "film%"), TimeFilter.ANY, null, null);

        assertThat(Rows.list(
                        folding.world.observe(),
                        Access.dataset(folding.world.observe(), folding.asAlice, folding.hosted),
                        filter))
                .hasSize(1);
        platform.video("FILM.mp4");
        assertThat(listed(filter)).isEmpty();
    }
}
