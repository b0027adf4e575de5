package io.encord4j.fake.internal.platform;

import static io.encord4j.fake.internal.platform.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Choices;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.internal.platform.model.User;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatasetsTest {

    private final TestPlatform platform = new TestPlatform();

    private List<String> listed(User user, DatasetFilter filter) {
        return Datasets.list(platform.world.observe(), user, filter, false).stream()
                .map(listed -> listed.dataset().title())
                .toList();
    }

    private static DatasetFilter titled(TextFilter title) {
        return new DatasetFilter(title, TextFilter.ANY, TimeFilter.ANY, TimeFilter.ANY);
    }

    @Test
    void theCreatorIsAdminAndSeesTheNewDataset() {
        assertThat(Datasets.list(platform.world.observe(), platform.alice, DatasetFilter.ANY, false))
                .extracting(Datasets.Listed::role)
                .containsExactly(Role.ADMIN, Role.ADMIN);
        assertThat(platform.dataset(platform.hosted).hash()).matches("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");
    }

    @Test
    void strangersSeeNothing() {
        assertThat(listed(platform.bob, DatasetFilter.ANY)).isEmpty();
        assertRefused(
                        RefusalKind.NOT_AUTHORISED,
                        () -> Access.dataset(platform.world.observe(), platform.asBob, platform.hosted))
                .contains(platform.hosted);
    }

    @Test
    void anUnknownDatasetIsNotFoundUnlessTheWorldHidesThat() {
        assertRefused(RefusalKind.NOT_FOUND, () -> Access.dataset(platform.world.observe(), platform.asBob, "no-such"));
        TestPlatform hiding = new TestPlatform(
                Choices.builder().unknownDataset(RefusalKind.NOT_AUTHORISED).build());
        assertRefused(
                RefusalKind.NOT_AUTHORISED, () -> Access.dataset(hiding.world.observe(), hiding.asBob, "no-such"));
    }

    @Test
    void anEmptyTitleIsRefusedUnlessTheWorldTakesIt() {
        assertRefused(
                RefusalKind.INVALID_ARGUMENTS,
                () -> platform.dataset(platform.alice, "", FakeStorageLocation.CORD_STORAGE));
        TestPlatform lenient =
                new TestPlatform(Choices.builder().emptyTitles(true).build());
        assertThat(lenient.dataset(lenient.alice, "", FakeStorageLocation.CORD_STORAGE)
                        .title())
                .isEmpty();
    }

    @Test
    void filtersByTitleAndCombinesConditions() {
        assertThat(listed(platform.alice, titled(new TextFilter("hosted", null))))
                .containsExactly("hosted");
        assertThat(listed(platform.alice, titled(new TextFilter(null, "%et")))).containsExactly("bucket");
        assertThat(listed(platform.alice, titled(new TextFilter("hosted", "%et"))))
                .isEmpty();
    }

    @Test
    void aMissingDescriptionMatchesNoPattern() {
        DatasetFilter any =
                new DatasetFilter(TextFilter.ANY, new TextFilter(null, "%"), TimeFilter.ANY, TimeFilter.ANY);
        assertThat(listed(platform.alice, any)).isEmpty();
    }

    @Test
    void beforeIsLessAndAfterIsGreater() {
        platform.world.advance(Duration.ofSeconds(10));
        platform.dataset(platform.alice, "late", FakeStorageLocation.CORD_STORAGE);
        var late = TestPlatform.START.plusSeconds(10);

        assertThat(listed(platform.alice, created(new TimeFilter(late, null)))).containsExactly("hosted", "bucket");
        assertThat(listed(platform.alice, created(new TimeFilter(null, late)))).isEmpty();
        assertThat(listed(platform.alice, created(new TimeFilter(null, TestPlatform.START))))
                .containsExactly("late");
    }

    @Test
    void changedRowsMoveTheTimeOfTheDataset() {
        platform.world.advance(Duration.ofSeconds(10));
        platform.video("film.mp4");
        DatasetFilter edited = new DatasetFilter(
                TextFilter.ANY, TextFilter.ANY, TimeFilter.ANY, new TimeFilter(null, TestPlatform.START));

        assertThat(listed(platform.alice, edited)).containsExactly("hosted");
    }

    @Test
    void anOrganisationAdminSeesAllOnRequestAndMayOpenThem() {
        User boss = platform.world.update(tx -> Users.create(tx, "boss@example.com", true));
        assertThat(listed(boss, DatasetFilter.ANY)).isEmpty();

        assertThat(Datasets.list(platform.world.observe(), boss, DatasetFilter.ANY, true))
                .hasSize(2)
                .allSatisfy(listed -> assertThat(listed.role()).isNull());
        Dataset opened = Access.dataset(platform.world.observe(), new Actor.Person(boss), platform.hosted);
        assertThat(opened.title()).isEqualTo("hosted");
        assertThat(Datasets.list(platform.world.observe(), platform.bob, DatasetFilter.ANY, true))
                .isEmpty();
    }

    @Test
    void aGroupGivesItsMembersAccess() {
        var group = platform.world.update(tx -> Groups.create(tx, "team", "", Set.of(platform.bob.hash())));
        platform.world.change(tx ->
                Groups.add(Access.administer(tx, platform.asAlice, platform.hosted), List.of(group.hash()), Role.USER));

        assertThat(listed(platform.bob, DatasetFilter.ANY)).containsExactly("hosted");
        assertRefused(
                RefusalKind.NOT_AUTHORISED,
                () -> Access.administered(platform.world.observe(), platform.asBob, platform.hosted));
        platform.world.change(
                tx -> Groups.remove(Access.administer(tx, platform.asAlice, platform.hosted), List.of(group.hash())));
        assertThat(listed(platform.bob, DatasetFilter.ANY)).isEmpty();
    }

    private static DatasetFilter created(TimeFilter created) {
        return new DatasetFilter(TextFilter.ANY, TextFilter.ANY, created, TimeFilter.ANY);
    }
}
