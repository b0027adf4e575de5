package io.encord4j.fake.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.UploadPlan;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.UploadJob.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UploadJobTimeTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final TestPlatform platform = new TestPlatform();

    private String start(Completion completion) {
        return start(new UploadPlan(completion, Map.of()));
    }

    private String start(UploadPlan plan) {
        platform.world.change(tx -> tx.become(tx.state().withUploads(plan)));
        return platform.world
                .<UploadJob>update(tx -> UploadJobs.start(
                        Access.open(tx, platform.asAlice, platform.bucket),
                        new UploadRequest(
                                List.of(TestPlatform.single(FakeDataType.VIDEO, "s3://b/film.mp4", null)),
                                platform.integration.uuid(),
                                false,
                                false,
                                false,
                                null,
                                null)))
                .processHash();
    }

    private CompletableFuture<UploadJob> await(String job, Duration timeout) {
        return JobPolling.await(platform.world, platform.asAlice, platform.bucket, job, timeout);
    }

    private static boolean hasStatus(CompletableFuture<UploadJob> answer, Status status) {
        return answer.isDone() && answer.join().status() == status;
    }

    @Test
    void rowsAppearWhenTheJobIsDueAndCarryThatTime() {
        start(new Completion.After(Duration.ofHours(1)));
        platform.world.advance(Duration.ofMinutes(59));
        assertThat(platform.rows(platform.bucket)).isEmpty();

        platform.world.advance(Duration.ofHours(5));

        DataRow row = platform.rows(platform.bucket).get(0);
        assertThat(row.createdAt()).isEqualTo(TestPlatform.START.plusSeconds(3600));
        assertThat(platform.dataset(platform.bucket).lastEditedAt()).isEqualTo(row.createdAt());
    }

    @Test
    void aPollIsHeldUntilTheJobEnds() {
        String job = start(new Completion.After(Duration.ofSeconds(5)));
        CompletableFuture<UploadJob> answer = await(job, TEN_SECONDS);
        assertThat(answer).isNotDone();

        platform.world.advance(Duration.ofSeconds(5));

        assertThat(hasStatus(answer, Status.DONE)).isTrue();
    }

    @Test
    void aPollIsAnsweredPendingWhenItsTimeIsUp() {
        String job = start(new Completion.ByHand());
        CompletableFuture<UploadJob> answer = await(job, TEN_SECONDS);

        platform.world.advance(TEN_SECONDS);

        assertThat(hasStatus(answer, Status.PENDING)).isTrue();
        assertThat(answer.join().pending()).isEqualTo(1);
    }

    @Test
    void aPollWithoutTimeIsAnsweredAtOnce() {
        assertThat(hasStatus(await(start(new Completion.ByHand()), Duration.ZERO), Status.PENDING))
                .isTrue();
    }

    @Test
    void aJobThatCountsPollsOrWhosePollsMoveTimeIsNeverHeld() {
        String counted = start(new Completion.AfterPolls(2));
        assertThat(hasStatus(await(counted, TEN_SECONDS), Status.PENDING)).isTrue();
        assertThat(hasStatus(await(counted, TEN_SECONDS), Status.DONE)).isTrue();

        platform.world.change(
                tx -> tx.become(tx.state().withClock(tx.state().clock().stepping(TEN_SECONDS))));
        String timed = start(new Completion.After(Duration.ofSeconds(15)));
        assertThat(hasStatus(await(timed, TEN_SECONDS), Status.PENDING)).isTrue();
        assertThat(hasStatus(await(timed, TEN_SECONDS), Status.DONE)).isTrue();
    }

    @Test
    void finishingByHandReleasesThePoll() {
        String job = start(new Completion.ByHand());
        CompletableFuture<UploadJob> answer = await(job, TEN_SECONDS);

        platform.world.change(tx -> UploadJobs.finish(tx, job));

        assertThat(hasStatus(answer, Status.DONE)).isTrue();
        assertThat(platform.rows(platform.bucket)).hasSize(1);
    }

    @Test
    void cancellingAddsNothing() {
        String job = start(new Completion.ByHand());
        CompletableFuture<UploadJob> answer = await(job, TEN_SECONDS);

        platform.world.change(tx -> UploadJobs.cancel(tx, job));

        assertThat(hasStatus(answer, Status.CANCELLED)).isTrue();
        assertThat(answer.join().outcome().cancelled()).isEqualTo(1);
        assertThat(platform.rows(platform.bucket)).isEmpty();
    }

    @Test
    void aJobThatWentAwayIsRefusedToWhoeverWaited() {
        CompletableFuture<UploadJob> answer = await(start(new Completion.ByHand()), TEN_SECONDS);

        platform.world.reset();

        assertThat(answer).isCompletedExceptionally();
        assertThat(answer).failsWithin(Duration.ZERO).withThrowableThat().withCauseInstanceOf(RefusedException.class);
    }

    @Test
    void aSnapshotOfAPendingJobGoesOnTheSameWayTwice() {
        start(new Completion.After(Duration.ofHours(1)));
        PlatformState snapshot = platform.world.snapshot();
        platform.world.advance(Duration.ofHours(1));
        List<DataRow> first = platform.rows(platform.bucket);

        platform.world.restore(snapshot);
        assertThat(platform.rows(platform.bucket)).isEmpty();
        platform.world.advance(Duration.ofHours(3));

        assertThat(platform.rows(platform.bucket)).isEqualTo(first).hasSize(1);
    }

    @Test
    void plannedLinksFail() {
        String job = start(new UploadPlan(new Completion.Immediately(), Map.of("s3://b/film.mp4", "access denied")));

        UploadJob ended = await(job, TEN_SECONDS).join();
        assertThat(ended.status()).isEqualTo(Status.ERROR);
        assertThat(ended.outcome().errors().get(0).error()).isEqualTo("access denied");
    }
}
