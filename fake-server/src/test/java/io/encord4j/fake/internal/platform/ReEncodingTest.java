package io.encord4j.fake.internal.platform;

import static io.encord4j.fake.internal.platform.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.fake.Completion;
import io.encord4j.fake.ReEncodePlan;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.ReEncodeTask;
import io.encord4j.fake.internal.platform.model.ReEncodeTask.Status;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReEncodingTest {

    private final TestPlatform platform = new TestPlatform();

    private void plan(ReEncodePlan plan) {
        platform.world.change(tx -> tx.become(tx.state().withReEncoding(plan)));
    }

    private void plan(Completion completion) {
        plan(ReEncodePlan.succeeding(completion));
    }

    private int start(String... hashes) {
        return platform.world
                .<ReEncodeTask>update(
                        tx -> ReEncoding.start(Access.open(tx, platform.asAlice, platform.hosted), List.of(hashes)))
                .id();
    }

    private ReEncoding.Progress poll(int task) {
        return platform.world.poll(tx -> ReEncoding.poll(Access.open(tx, platform.asAlice, platform.hosted), task));
    }

    @Test
    void theFirstPollFindsATaskSubmittedAndTheSecondDone() {
        DataRow film = platform.video("film.mp4");
        int task = start(film.hash(), "foreign");

        assertThat(poll(task)).isEqualTo(new ReEncoding.Progress(Status.SUBMITTED, null));
        assertThat(poll(task)).isEqualTo(new ReEncoding.Progress(Status.DONE, List.of(film)));
        assertThat(poll(task).status()).isEqualTo(Status.DONE);
    }

    @Test
    void idsArePositiveAndUnique() {
        assertThat(List.of(start(), start(), start())).doesNotHaveDuplicates().allMatch(id -> id > 0);
    }

    @Test
    void aTaskEndsWhenItsTimeHasPassed() {
        plan(new Completion.After(Duration.ofHours(1)));
        int task = start(platform.video("film.mp4").hash());
        platform.world.advance(Duration.ofMinutes(59));
        assertThat(poll(task).status()).isEqualTo(Status.SUBMITTED);

        platform.world.advance(Duration.ofMinutes(1));
        assertThat(poll(task).status()).isEqualTo(Status.DONE);
    }

    @Test
    void pollsCanMoveTime() {
        plan(new Completion.After(Duration.ofSeconds(30)));
        platform.world.change(
                tx -> tx.become(tx.state().withClock(tx.state().clock().stepping(Duration.ofSeconds(10)))));
        int task = start();

        assertThat(List.of(poll(task).status(), poll(task).status(), poll(task).status()))
                .containsExactly(Status.SUBMITTED, Status.SUBMITTED, Status.DONE);
        assertThat(platform.world.clock().instant()).isEqualTo(TestPlatform.START.plusSeconds(30));
    }

    @Test
    void aTestEndsATaskByHandOnce() {
        plan(new Completion.ByHand());
        int task = start();
        platform.world.advance(Duration.ofDays(1000));
        assertThat(poll(task).status()).isEqualTo(Status.SUBMITTED);

        platform.world.change(tx -> ReEncoding.end(tx, task, ReEncodeTask.Action.FAIL));
        assertThat(poll(task)).isEqualTo(new ReEncoding.Progress(Status.ERROR, null));
        assertThatThrownBy(() -> platform.world.change(tx -> ReEncoding.end(tx, task, ReEncodeTask.Action.FINISH)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("is ERROR since", "and cannot become DONE");
    }

    @Test
    void failingVideosAreLeftOutAndFailTheTaskWhenAlone() {
        DataRow good = platform.video("good");
        DataRow bad = platform.video("bad");
        plan(new ReEncodePlan(new Completion.Immediately(), false, Set.of("bad")));

        assertThat(poll(start(good.hash(), bad.hash())).results()).containsExactly(good);
        assertThat(poll(start(bad.hash())).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void aTaskCanFailAsAWhole() {
        plan(new ReEncodePlan(new Completion.Immediately(), true, Set.of()));

        assertThat(poll(start(platform.video("film.mp4").hash())))
                .isEqualTo(new ReEncoding.Progress(Status.ERROR, null));
    }

    @Test
    void aVideoDeletedMeanwhileIsLeftOutOfTheResults() {
        DataRow kept = platform.video("kept");
        DataRow gone = platform.video("gone");
        int task = start(kept.hash(), gone.hash());
        platform.world.change(
                tx -> Rows.delete(Access.open(tx, platform.asAlice, platform.hosted), List.of(gone.hash())));
        poll(task);

        assertThat(poll(task)).isEqualTo(new ReEncoding.Progress(Status.DONE, List.of(kept)));
    }

    @Test
    void onlyVideosOfTheDatasetAreReEncoded() {
        String image = platform.registeredImage("image", 1, 1);
        DataRow group = platform.world
                .<List<DataRow>>update(tx -> ImageGroups.create(
                        Access.open(tx, platform.asAlice, platform.hosted), List.of(image), null, true))
                .get(0);
        plan(new Completion.Immediately());

        assertThat(poll(start(group.hash(), "foreign"))).isEqualTo(new ReEncoding.Progress(Status.DONE, List.of()));
    }

    @Test
    void unknownAndForeignTasksAreNotFound() {
        int task = start();
        assertRefused(RefusalKind.NOT_FOUND, () -> poll(task + 1));
        assertRefused(
                RefusalKind.NOT_FOUND,
                () -> platform.world.poll(
                        tx -> ReEncoding.poll(Access.open(tx, platform.asAlice, platform.bucket), task)));
    }

    @Test
    void aTaskGoesOnFromASnapshot() {
        plan(new Completion.After(Duration.ofHours(1)));
        int task = start(platform.video("film.mp4").hash());
        PlatformState snapshot = platform.world.snapshot();
        platform.world.advance(Duration.ofHours(2));
        assertThat(poll(task).status()).isEqualTo(Status.DONE);

        platform.world.restore(snapshot);
        assertThat(poll(task).status()).isEqualTo(Status.SUBMITTED);
        platform.world.advance(Duration.ofHours(1));
        assertThat(poll(task).status()).isEqualTo(Status.DONE);
    }
}
