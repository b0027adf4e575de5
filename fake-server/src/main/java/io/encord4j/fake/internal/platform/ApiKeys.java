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

    /** Makes a key. */
    public static ApiKey create(OpenDataset dataset, User creator, String title, Set<DatasetScope> scopes) {
        return create(dataset, creator, title, scopes, false);
    }

    /** Lists the keys of a dataset that open it. Those that a fork has from its original lead to the original. */
    public static List<ApiKey> valid(PlatformState state, Dataset dataset) {
        return dataset.apiKeys().stream()
                .filter(key -> state.identities().apiKeys().containsKey(key.secret()))
                .toList();
    }

    /** Gives out the master key, which has all scopes, and makes it if there is none. */
    public static ApiKey master(OpenDataset dataset, User creator) {
        return valid(dataset.state(), dataset.dataset()).stream()
                .filter(ApiKey::master)
                .findFirst()
                .orElseGet(() -> create(dataset, creator, "", Set.of(DatasetScope.values()), true));
    }

    private static ApiKey create(
            OpenDataset open, User creator, String title, Set<DatasetScope> scopes, boolean master) {
        Transaction tx = open.tx();
        ApiKey key =
                new ApiKey(tx.newSecret(), tx.newHash(), title, scopes, open.hash(), creator.hash(), tx.now(), master);
        tx.put(open.dataset().withApiKey(key));
        tx.identities(who -> who.withApiKey(key));
        return key;
    }
}
