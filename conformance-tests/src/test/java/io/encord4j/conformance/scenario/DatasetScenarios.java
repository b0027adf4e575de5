package io.encord4j.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.AuthorisationException;
import io.encord4j.CloudIntegration;
import io.encord4j.CloudIntegrationFilter;
import io.encord4j.CreatedDataset;
import io.encord4j.Dataset;
import io.encord4j.DatasetFilter;
import io.encord4j.DatasetOptions;
import io.encord4j.DatasetSummary;
import io.encord4j.DatasetUserRole;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.ResourceNotFoundException;
import io.encord4j.StorageLocation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Datasets, who may use them, and the integrations behind them")
final class DatasetScenarios extends Scenario {

    @Test
    void aNewDatasetIsEmptyAndBelongsToItsCreator() {
        String title = title();
        CreatedDataset created = create(
                title, DatasetOptions.builder().description("Grüße, 日本 😀").build());

        Dataset dataset = dataset(created).getDataset();

        assertThat(created.backingFolderUuid()).isNotNull();
        assertThat(dataset.title()).isEqualTo(title);
        assertThat(dataset.description()).isEqualTo("Grüße, 日本 😀");
        assertThat(dataset.storageLocation()).isEqualTo(StorageLocation.CORD_STORAGE);
        assertThat(dataset.backingFolderUuid()).isEqualTo(created.backingFolderUuid());
        assertThat(dataset.dataRows()).isEmpty();
        assertThat(user.getDatasets(DatasetFilter.builder().titleEq(title).build()))
                .extracting(DatasetSummary::userRole)
                .containsExactly(DatasetUserRole.ADMIN);
    }

    @Test
    void aDatasetCanDoWithoutABackingFolder() {
        assertThat(create(DatasetOptions.builder().createBackingFolder(false).build())
                        .backingFolderUuid())
                .isNull();
    }

    @Test
    void aClientOf2022CreatesDatasetsForABucket() {
        String title = title();
        EncordUserClient user2022 = userOf2022();

        CreatedDataset created = user2022.createDataset(
                title,
                DatasetOptions.builder().storageLocation(StorageLocation.AWS).build());

        assertThat(created.storageLocation()).isEqualTo(StorageLocation.AWS);
        assertThat(created.userHash()).isNotBlank();
        assertThat(user2022.getDatasets(DatasetFilter.builder().titleEq(title).build()))
                .extracting(DatasetSummary::storageLocation)
                .containsExactly(StorageLocation.AWS);
    }

    @Test
    void datasetsAreFoundByEachFilter() {
        String title = title();
        create(title, DatasetOptions.builder().description("about cats").build());
        Instant past = Instant.parse("2020-01-01T00:00:00.123456Z");
        Instant future = Instant.parse("2100-01-01T00:00:00Z");
        DatasetFilter all = DatasetFilter.builder()
                .titleEq(title)
                .titleLike("%" + title.substring(title.length() - 8))
                .descriptionEq("about cats")
                .descriptionLike("about c_ts")
                .createdAfter(past)
                .createdBefore(future)
                .editedAfter(past)
                .editedBefore(future)
                .build();

        assertThat(user.getDatasets(all)).hasSize(1);
        assertThat(userOf2022().getDatasets(all)).hasSize(1);
        assertThat(user.getDatasets(DatasetFilter.builder()
                        .titleEq(title)
                        .createdBefore(past)
                        .build()))
                .isEmpty();
        assertThat(user.getDatasets(DatasetFilter.builder()
                        .titleEq(title)
                        .descriptionLike("%dogs%")
                        .build()))
                .isEmpty();
    }

    @Test
    void titlesAreOnlyEverData() {
        onlyOnAFake("strange titles");
        String title = "../x'\"<b>%\\ \t\u2028 " + UUID.randomUUID();
        create(title, DatasetOptions.ofDefaults());

        assertThat(user.getDatasets(DatasetFilter.builder().titleEq(title).build()))
                .extracting(DatasetSummary::title)
                .containsExactly(title);
        assertThat(userOf2022()
                        .getDatasets(DatasetFilter.builder().titleEq(title).build()))
                .extracting(DatasetSummary::title)
                .containsExactly(title);
    }

    @Test
    void strangersHaveNoAccessUntilTheyAreAdded() {
        CreatedDataset created = create(DatasetOptions.ofDefaults());
        EncordUserClient stranger = stranger();

        assertThatThrownBy(() ->
                        remember(stranger.datasetClient(created.datasetHash())).getDataset())
                .isInstanceOf(AuthorisationException.class);
        assertThat(stranger.getDatasets()).isEmpty();
    }

    @Test
    void anUnknownDatasetIsNotFound() {
        assertThatThrownBy(() -> remember(user.datasetClient("00000000-0000-4000-8000-000000000000"))
                        .getDataset())
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("getDataset");
    }

    @Test
    void usersAreAddedAndKeepTheRoleThatTheyHave() {
        onlyOnAFake("users to invite");
        EncordDatasetClient dataset = newDataset();

        assertThat(dataset.addUsers(List.of("ann@example.com", "bob@example.com"), DatasetUserRole.USER))
                .allSatisfy(added -> assertThat(added.role()).isEqualTo(DatasetUserRole.USER))
                .extracting(added -> added.email())
                .containsExactly("ann@example.com", "bob@example.com");
        assertThat(dataset.addUsers(List.of("ann@example.com"), DatasetUserRole.ADMIN))
                .extracting(added -> added.role())
                .containsExactly(DatasetUserRole.USER);
    }

    @Test
    void groupsOfTheOrganisationAreAddedAndRemoved() {
        EncordDatasetClient dataset = newDataset();
        List<UUID> groups = user.getOrganisationGroups().stream()
                .map(group -> group.groupHash())
                .toList();
        Assumptions.assumeFalse(groups.isEmpty(), "the organisation has no groups here");

        dataset.addGroups(groups, DatasetUserRole.USER);
        assertThat(dataset.listGroups())
                .allSatisfy(group -> assertThat(group.userRole()).isEqualTo(DatasetUserRole.USER))
                .extracting(group -> group.groupHash())
                .containsExactlyInAnyOrderElementsOf(groups);

        dataset.removeGroups(groups);
        assertThat(dataset.listGroups()).isEmpty();
        dataset.removeGroups(groups);
    }

    @Test
    void integrationsAreTheSameWhereverTheyAreListed() {
        List<CloudIntegration> integrations = user.getCloudIntegrations();
        CreatedDataset created = create(DatasetOptions.ofDefaults());

        assertThat(userOf2022().getCloudIntegrations()).isEqualTo(integrations);
        assertThat(dataset(created).getCloudIntegrations()).isEqualTo(integrations);
        assertThat(withApiKey(created.datasetHash()).getCloudIntegrations()).isEqualTo(integrations);
    }

    @Test
    void integrationsAreFoundByIdAndTitle() {
        onlyOnAFake("cloud integrations");
        CloudIntegration first = user.getCloudIntegrations().get(0);
        UUID id = UUID.fromString(first.id());

        CloudIntegrationFilter byTitle =
                CloudIntegrationFilter.builder().titles(List.of(first.title())).build();
        assertThat(user.getCloudIntegrations(byTitle)).containsExactly(first);
        CloudIntegrationFilter byBoth =
                byTitle.toBuilder().ids(List.of(id)).includeOrgAccess(true).build();
        assertThat(user.getCloudIntegrations(byBoth)).containsExactly(first);
        CloudIntegrationFilter contradiction = CloudIntegrationFilter.builder()
                .ids(List.of(id))
                .titles(List.of("another"))
                .build();
        assertThat(user.getCloudIntegrations(contradiction)).isEmpty();
    }

    @Test
    void aBearerTokenOpensWhatItsUserOpens() {
        CreatedDataset created = create(DatasetOptions.ofDefaults());
        EncordUserClient byToken = remember(EncordUserClient.builder()
                .bearerToken(user.getBearerToken().token())
                .options(options())
                .build());

        assertThat(remember(byToken.datasetClient(created.datasetHash()))
                        .getDataset()
                        .title())
                .isEqualTo(created.title());
        assertThat(byToken.getDatasets(
                        DatasetFilter.builder().titleEq(created.title()).build()))
                .hasSize(1);
    }
}
