package io.encord4j.test;

import io.encord4j.ClientOptions;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.fake.junit.EncordTestContext;
import io.encord4j.fake.junit.TestParameterProvider;

/**
 * Gives a test an {@link EncordUserClient} of its {@code FakeUser}, and an {@link EncordDatasetClient} of its
 * {@code FakeDataset} with the same user's rights. Both talk to the test's own world, have the default
 * {@link ClientOptions} but for the domain, and are closed with the test.
 */
public final class ClientParameters implements TestParameterProvider {

    /** Made by {@link java.util.ServiceLoader}. */
    public ClientParameters() {}

    @Override
    public boolean provides(Class<?> type) {
        return type == EncordUserClient.class || type == EncordDatasetClient.class;
    }

    @Override
    public Object provide(Class<?> type, EncordTestContext test) {
        return type == EncordUserClient.class
                ? userClient(test)
                : test.part(EncordUserClient.class, () -> userClient(test))
                        .datasetClient(test.dataset().hash());
    }

    private static EncordUserClient userClient(EncordTestContext test) {
        return EncordUserClient.builder()
                .sshKey(test.user().sshPrivateKey())
                .options(ClientOptions.builder().domain(test.server().url()).build())
                .build();
    }
}
