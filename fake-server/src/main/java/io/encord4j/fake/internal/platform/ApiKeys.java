package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.ApiKey;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.DatasetScope;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.User;
import java.util.List;
import java.util.Set;

/** The API keys of datasets. Only admins of a dataset deal with its keys. */
public final class ApiKeys {

    private ApiKeys() {}

    /**
     * Makes a key.
     *
     * @throws RefusedException if the user does not administer the dataset
     */
    public static ApiKey create(Transaction tx, User user, String datasetHash, String title, Set<DatasetScope> scopes) {
        Dataset dataset = Access.administered(tx.state(), new Actor.Person(user), datasetHash);
        return create(tx, user, dataset, title, scopes, false);
    }

    /**
     * Lists the keys of a dataset.
     *
     * @throws RefusedException if the user does not administer the dataset
     */
    public static List<ApiKey> list(PlatformState state, User user, String datasetHash) {
        return valid(state, Access.administered(state, new Actor.Person(user), datasetHash));
    }

    /** Lists the keys of a dataset that open it. Those that a fork has from its original lead to the original. */
    public static List<ApiKey> valid(PlatformState state, Dataset dataset) {
        return dataset.apiKeys().stream()
                .filter(key -> state.identities().apiKeys().containsKey(key.secret()))
                .toList();
    }

    /**
     * Gives out the master key, which has all scopes, and makes it if there is none.
     *
     * @throws RefusedException if the user does not administer the dataset
     */
    public static ApiKey master(Transaction tx, User user, String datasetHash) {
        Dataset dataset = Access.administered(tx.state(), new Actor.Person(user), datasetHash);
        return valid(tx.state(), dataset).stream()
                .filter(ApiKey::master)
                .findFirst()
                .orElseGet(() -> create(tx, user, dataset, "", Set.of(DatasetScope.values()), true));
    }

    private static ApiKey create(
            Transaction tx, User user, Dataset dataset, String title, Set<DatasetScope> scopes, boolean master) {
        ApiKey key =
                new ApiKey(tx.newSecret(), tx.newHash(), title, scopes, dataset.hash(), user.hash(), tx.now(), master);
        tx.put(dataset.withApiKey(key));
        tx.identities(who -> who.withApiKey(key));
        return key;
    }
}
