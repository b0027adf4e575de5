package io.encord4j.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encord4j.ApiKeyMeta;
import io.encord4j.AuthenticationException;
import io.encord4j.AuthorisationException;
import io.encord4j.DatasetApiKey;
import io.encord4j.DatasetOptions;
import io.encord4j.DatasetScope;
import io.encord4j.EncordDatasetClient;
import io.encord4j.OperationNotAllowedException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("API keys of datasets, the credential of 2022")
final class ApiKeyScenarios extends Scenario {

    @Test
    void aKeyOpensItsDatasetAndSaysWhatItIs() {
        String hash = create(DatasetOptions.ofDefaults()).datasetHash();
        DatasetApiKey key =
                user.createDatasetApiKey(hash, "for robots", List.of(DatasetScope.READ, DatasetScope.WRITE));

        EncordDatasetClient dataset = withApiKey(hash, key.key());

        assertThat(dataset.describeApiKey()).isEqualTo(new ApiKeyMeta("for robots", "dataset"));
        assertThat(dataset.getDataset().dataRows()).isEmpty();
    }

    @Test
    void keysAreListedAsTheyWereMade() {
        String hash = create(DatasetOptions.ofDefaults()).datasetHash();
        DatasetApiKey reader = user.createDatasetApiKey(hash, "reader", List.of(DatasetScope.READ));
        DatasetApiKey writer = user.createDatasetApiKey(hash, "writer", List.of(DatasetScope.WRITE));

        assertThat(user.getDatasetApiKeys(hash)).containsExactlyInAnyOrder(reader, writer);
    }

    @Test
    void theMasterKeyIsMadeOnce() {
        String hash = create(DatasetOptions.ofDefaults()).datasetHash();

        DatasetApiKey master = user.getOrCreateDatasetApiKey(hash);

        assertThat(master.title()).isEmpty();
        assertThat(master.scopes()).containsExactlyInAnyOrder(DatasetScope.READ, DatasetScope.WRITE);
        assertThat(user.getOrCreateDatasetApiKey(hash)).isEqualTo(master);
        assertThat(user.getDatasetApiKeys(hash)).containsExactly(master);
    }

    @Test
    void aKeyThatMayOnlyReadCannotWrite() {
        String hash = create(DatasetOptions.ofDefaults()).datasetHash();
        DatasetApiKey key = user.createDatasetApiKey(hash, "reader", List.of(DatasetScope.READ));
        EncordDatasetClient dataset = withApiKey(hash, key.key());

        assertThatThrownBy(() -> dataset.uploadVideo(samples().video("film.mp4")))
                .isInstanceOf(OperationNotAllowedException.class);
        assertThatThrownBy(() -> dataset.deleteData("anything")).isInstanceOf(OperationNotAllowedException.class);
        assertThat(dataset.getDataset().dataRows()).isEmpty();
    }

    @Test
    void aWrongKeyAndAKeyOfAnotherDatasetAreUnknown() {
        String hash = create(DatasetOptions.ofDefaults()).datasetHash();
        String other = create(DatasetOptions.ofDefaults()).datasetHash();
        String keyOfOther = user.getOrCreateDatasetApiKey(other).key();

        assertThatThrownBy(() -> withApiKey(hash, "nobody-knows-this-key").getDataset())
                .isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> withApiKey(hash, keyOfOther).getDataset()).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void onlyMembersMakeKeys() {
        String hash = create(DatasetOptions.ofDefaults()).datasetHash();

        assertThatThrownBy(() -> stranger().createDatasetApiKey(hash, "mine", List.of(DatasetScope.READ)))
                .isInstanceOf(AuthorisationException.class);
    }
}
