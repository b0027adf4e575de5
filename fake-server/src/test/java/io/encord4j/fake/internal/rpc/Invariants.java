package io.encord4j.fake.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.StoredObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What holds in every state of a world, whatever was done to it. */
final class Invariants {

    private Invariants() {}

    static void check(PlatformState state) {
        Map<UUID, List<String>> rowsByItem = new HashMap<>();
        for (Map.Entry<String, Dataset> dataset : state.datasets().entrySet()) {
            assertThat(dataset.getValue().hash()).isEqualTo(dataset.getKey());
            for (Map.Entry<String, DataRow> row : dataset.getValue().rows().entrySet()) {
                assertThat(row.getValue().hash()).isEqualTo(row.getKey());
                rowsByItem
                        .computeIfAbsent(row.getValue().item().uuid(), uuid -> new ArrayList<>())
                        .add(dataset.getKey());
            }
        }
        Map<String, Integer> uses = new HashMap<>();
        for (Map.Entry<UUID, SharedItem> item : state.files().items().entrySet()) {
            assertThat(item.getValue().datasets())
                    .as("datasets of item " + item.getKey())
                    .containsExactlyInAnyOrderElementsOf(rowsByItem.getOrDefault(item.getKey(), List.of()));
            for (StoredFile file : item.getValue().item().content().files()) {
                if (file.isHosted()) {
                    uses.merge(file.link(), 1, Integer::sum);
                }
            }
        }
        assertThat(rowsByItem.keySet()).isEqualTo(state.files().items().keySet());
        for (Map.Entry<String, StoredObject> object : state.files().objects().entrySet()) {
            assertThat(object.getValue().uses())
                    .as("uses of " + object.getKey())
                    .isEqualTo(uses.getOrDefault(object.getKey(), 0));
        }
        assertThat(state.files().objects().keySet()).containsAll(uses.keySet());
    }
}
