package io.encord4j.fake.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.fake.Choices;
import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.model.IdSequence;
import io.encord4j.fake.internal.platform.model.PlatformState;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorldTest {

    private final TestPlatform platform = new TestPlatform();

    @Test
    void aRefusedChangeLeavesNothingBehind() {
        PlatformState before = platform.world.observe();

        assertThatThrownBy(() -> platform.world.change(tx -> {
                    Datasets.create(tx, platform.alice, "a", null, FakeStorageLocation.CORD_STORAGE, true);
                    Datasets.create(tx, platform.alice, "", null, FakeStorageLocation.CORD_STORAGE, true);
                }))
                .isInstanceOf(RefusedException.class);

        assertThat(platform.world.observe()).isSameAs(before);
    }

    @Test
    void aForkAndItsOriginalDoNotSeeEachOther() {
        World fork = platform.world.fork("fork");
        platform.dataset(platform.alice, "in the original", FakeStorageLocation.CORD_STORAGE);

        assertThat(fork.observe().datasets()).hasSize(2);
        fork.change(tx -> Rows.delete(Access.open(tx, platform.asAlice, platform.hosted), List.of()));
        assertThat(platform.world.observe().datasets()).hasSize(3);
        assertThat(fork.id()).isEqualTo("fork");
    }

    @Test
    void restoreBringsBackDataAndTime() {
        PlatformState snapshot = platform.world.snapshot();
        platform.world.advance(Duration.ofHours(1));
        platform.dataset(platform.alice, "later", FakeStorageLocation.CORD_STORAGE);

        platform.world.restore(snapshot);

        assertThat(platform.world.observe()).isSameAs(snapshot);
        assertThat(platform.world.clock().instant()).isEqualTo(TestPlatform.START);
    }

    @Test
    void resetGoesBackToTheBeginning() {
        platform.world.reset();

        assertThat(platform.world.observe().datasets()).isEmpty();
        assertThat(platform.world.observe().identities().users()).isEmpty();
    }

    @Test
    void aDeterministicWorldRepeatsItsIdsAfterRestore() {
        PlatformState snapshot = platform.world.snapshot();
        String first = platform.world.update(Transaction::newSecret);
        platform.world.restore(snapshot);

        assertThat(platform.world.update(Transaction::newSecret)).isEqualTo(first);
        assertThat(new TestPlatform().hosted).isEqualTo(platform.hosted);
        assertThat(new TestPlatform(Choices.DEFAULT, 2).hosted).isNotEqualTo(platform.hosted);
    }

    @Test
    void anyOtherWorldNeverRepeatsAnId() {
        PlatformState empty = PlatformState.empty(
                Choices.DEFAULT, ClockSetting.REAL, IdSequence.random(new byte[32]), new UUID(0, 1));
        World world = new World("w", empty, Clock.systemUTC(), platform.alarm, new SecureRandom());
        PlatformState snapshot = world.snapshot();
        String first = world.update(Transaction::newSecret);
        world.restore(snapshot);

        assertThat(world.update(Transaction::newSecret)).isNotEqualTo(first);
        assertThat(world.fork("f").update(Transaction::newSecret))
                .isNotEqualTo(world.fork("g").update(Transaction::newSecret));
    }

    @Test
    void timeRunsStandsStillOrMovesByHand() {
        assertThat(platform.world.clock().instant()).isEqualTo(TestPlatform.START);
        platform.world.advance(Duration.ofMinutes(5));
        assertThat(platform.world.clock().instant()).isEqualTo(TestPlatform.START.plusSeconds(300));

        Clock real = Clock.fixed(Instant.parse("2031-05-05T05:05:05.123456789Z"), ZoneOffset.UTC);
        PlatformState empty = platform.world.snapshot().withClock(ClockSetting.REAL);
        World running = new World("w", empty, real, platform.alarm, new SecureRandom());
        running.advance(Duration.ofDays(1));
        assertThat(running.clock().instant()).isEqualTo("2031-05-06T05:05:05.123456Z");
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatThrownBy(() -> platform.world.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-1S");
    }

    @Test
    void refusesAChangeWithinAChange() {
        assertThatThrownBy(() -> platform.world.change(tx -> platform.world.change(inner -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neverPrintsSecretsOrRows() {
        String key = platform.world
                .update(tx -> ApiKeys.master(Access.administer(tx, platform.asAlice, platform.hosted), platform.alice))
                .secret();
        String token = platform.world.update(tx -> Users.bearerToken(tx, platform.alice));
        PlatformState state = platform.world.observe();

        assertThat(state + " " + state.datasets() + state.identities() + state.ids())
                .doesNotContain(key)
                .doesNotContain(token);
        assertThat(state.identities().apiKeys().values().toString()).doesNotContain(key);
    }
}
