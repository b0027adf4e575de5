package io.encord4j.fake.internal.platform;

import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.model.CloudIntegration;
import io.encord4j.fake.internal.platform.model.PlatformState;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ways to customers' buckets. */
public final class Integrations {

    private Integrations() {}

    /** Makes an integration. */
    public static CloudIntegration create(Transaction tx, String title, FakeStorageLocation location) {
        CloudIntegration integration = new CloudIntegration(tx.newUuid(), title, location);
        add(tx, integration);
        return integration;
    }

    /** Adds an integration as it is. */
    public static void add(Transaction tx, CloudIntegration integration) {
        PlatformState state = tx.state();
        tx.become(state.withIntegrations(state.integrations().put(integration.uuid(), integration)));
    }

    /**
     * Lists integrations, in the order they were made.
     *
     * @param uuids which, or null for all
     * @param titles their exact titles, or null for all; an integration must match both
     */
    public static List<CloudIntegration> list(
            PlatformState state, @Nullable Set<UUID> uuids, @Nullable Set<String> titles) {
        return state.integrations().values().stream()
                .filter(integration -> uuids == null || uuids.contains(integration.uuid()))
                .filter(integration -> titles == null || titles.contains(integration.title()))
                .toList();
    }

    static CloudIntegration find(PlatformState state, UUID uuid) {
        CloudIntegration integration = state.integrations().get(uuid);
        if (integration == null) {
            throw RefusedException.invalid("There is no cloud integration " + uuid + ".");
        }
        return integration;
    }
}
