package io.encord4j.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.fake.FakeDataset;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.junit.EncordTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.testkit.engine.EngineTestKit;

@EncordTest
class ClientParametersTest {

    private EncordUserClient before;

    @BeforeEach
    void isGivenTheClientOfItsTest(EncordUserClient user) {
        before = user;
    }

    @Test
    void deletesARow(EncordDatasetClient dataset, FakeDataset seeded) {
        dataset.deleteData(seeded.rows().get(0));

        assertThat(dataset.getDataset().dataRows()).hasSize(1);
    }

    @Test
    void createsADataset(EncordUserClient user, FakeWorld world) {
        assertThat(user).isSameAs(before);
        user.createDataset("Harbour");

        assertThat(user.getDatasets())
                .singleElement()
                .satisfies(dataset -> assertThat(dataset.toString()).contains("Harbour"));
        assertThat(world.journal().entries("createDataset")).hasSize(1);
    }

    @Test
    void givesBothClientsTheSameUser(EncordUserClient user, EncordDatasetClient dataset, FakeDataset seeded) {
        assertThat(user.getDatasets()).hasSize(1);
        assertThat(dataset.getDataset().title()).isEqualTo(seeded.title());
    }

    @Test
    void closesThemWithTheTest() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Leaving.class))
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2).failed(0));
    }

    @EncordTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class Leaving {

        private EncordUserClient earlier;

        @Test
        void first(EncordUserClient user) {
            isNotTheEarlier(user);
        }

        @Test
        void second(EncordUserClient user) {
            isNotTheEarlier(user);
        }

        private void isNotTheEarlier(EncordUserClient user) {
            assertThat(user.getDatasets()).isEmpty();
            if (earlier != null) {
                assertThatThrownBy(earlier::getDatasets).hasMessageContaining("closed");
            }
            earlier = user;
        }
    }
}
