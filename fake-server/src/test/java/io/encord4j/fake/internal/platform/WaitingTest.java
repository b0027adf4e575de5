package io.encord4j.fake.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.Completion;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.UploadPlan;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.UploadJob;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private final TestPlatform platform = new TestPlatform();

    private static boolean hasThreeDatasets(PlatformState state) {
        return state.datasets().size() == 3;
    }

    @Test
    void aChangeWakesWhoeverWaitsForIt() {
        CompletableFuture<Boolean> waiting =
                platform.world.whenTrue(WaitingTest::hasThreeDatasets, TestPlatform.START.plusSeconds(60));
        assertThat(waiting).isNotDone();

        platform.dataset(platform.alice, "third", FakeStorageLocation.CORD_STORAGE);

        assertThat(waiting).isCompletedWithValue(true);
    }

    @Test
    void virtualTimeEndsWaiting() {
        CompletableFuture<Boolean> waiting =
                platform.world.whenTrue(WaitingTest::hasThreeDatasets, TestPlatform.START.plusSeconds(60));
        platform.world.advance(Duration.ofSeconds(59));
        assertThat(waiting).isNotDone();

        platform.world.advance(Duration.ofSeconds(1));

        assertThat(waiting).isCompletedWithValue(false);
    }

    @Test
    void whatIsSoAlreadyIsNotWaitedFor() {
        assertThat(platform.world.whenTrue(state -> true, TestPlatform.START)).isCompletedWithValue(true);
        assertThat(platform.world.whenTrue(state -> false, TestPlatform.START)).isCompletedWithValue(false);
    }

    @Test
    void resetWakesAndCloseEndsWaiting() {
        Instant later = TestPlatform.START.plusSeconds(60);
        CompletableFuture<Boolean> waiting =
                platform.world.whenTrue(state -> state.datasets().isEmpty(), later);
        CompletableFuture<Boolean> forever = platform.world.whenTrue(WaitingTest::hasThreeDatasets, later);

        platform.world.reset();
        assertThat(waiting).isCompletedWithValue(true);
        platform.world.close();
        assertThat(forever).isCompletedWithValue(false);
    }

    @Test
    void noAlarmIsSetWhileTimeStandsStill() {
        CompletableFuture<Boolean> waiting =
                platform.world.whenTrue(WaitingTest::hasThreeDatasets, TestPlatform.START.plusSeconds(60));

        assertThat(waiting).isNotDone();
        assertThat(platform.alarm.pending).isEmpty();
    }

    @Test
    void runningTimeEndsAJobByAnAlarmAndLeavesNoAlarmBehind() {
        MovingClock real = new MovingClock();
        World world = new World(
                "running",
                platform.world.snapshot().withClock(ClockSetting.REAL),
                real,
                platform.alarm,
                new SecureRandom());
        world.change(tx -> tx.become(
                tx.state().withUploads(new UploadPlan(new Completion.After(Duration.ofSeconds(5)), Map.of()))));
        UploadJob job = world.update(tx ->
                UploadJobs.start(Access.open(tx, platform.asAlice, platform.hosted), TestPlatform.uploaded(List.of())));
        CompletableFuture<UploadJob> waiting =
                JobPolling.await(world, platform.asAlice, platform.hosted, job.processHash(), Duration.ofSeconds(10));
        assertThat(platform.alarm.pending).extracting(ManualAlarm.Set::delay).containsExactly(Duration.ofSeconds(5));

        real.now = real.now.plusSeconds(5);
        platform.alarm.ring();

        assertThat(waiting).isCompletedWithValueMatching(done -> done.status() == UploadJob.Status.DONE);
        assertThat(platform.alarm.pending).isEmpty();
    }

    @Test
    void whoGivesUpWaitingLeavesNoAlarmBehind() {
        World world = new World(
                "running",
                platform.world.snapshot().withClock(ClockSetting.REAL),
                new MovingClock(),
                platform.alarm,
                new SecureRandom());
        CompletableFuture<Boolean> waiting =
                world.whenTrue(WaitingTest::hasThreeDatasets, TestPlatform.START.plusSeconds(60));
        assertThat(platform.alarm.pending).hasSize(1);

        waiting.cancel(false);

        assertThat(platform.alarm.pending).isEmpty();
    }

    private static final class MovingClock extends Clock {

        private Instant now = TestPlatform.START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("The tests need UTC only.");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
