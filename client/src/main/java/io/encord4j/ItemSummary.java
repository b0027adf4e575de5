package io.encord4j;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an item is used. The counts cover everything, the lists what the caller may see.
 *
 * @param frameInGroups how many composed items contain it
 * @param groups composed items that contain it
 * @param usedInDatasets how many datasets link it
 * @param datasets datasets that link it
 */
public record ItemSummary(int frameInGroups, List<Group> groups, int usedInDatasets, List<Use> datasets) {
    /**
     * Keeps copies of the lists.
     *
     * @param frameInGroups how many composed items contain it
     * @param groups composed items that contain it
     * @param usedInDatasets how many datasets link it
     * @param datasets datasets that link it
     */
    public ItemSummary {
        groups = List.copyOf(groups);
        datasets = List.copyOf(datasets);
    }

    /**
     * A composed item.
     *
     * @param uuid its id
     * @param name its name
     * @param folder the folder that it lies in
     * @param itemType what it is
     */
    public record Group(
            UUID uuid,
            @Nullable String name,
            @Nullable UUID folder,
            @Nullable ItemType itemType) {}

    /**
     * A dataset that links the item.
     *
     * @param datasetHash the dataset
     * @param title its title
     * @param dataHashes the rows
     * @param createdAt when the rows were created
     */
    public record Use(
            UUID datasetHash,
            @Nullable String title,
            List<UUID> dataHashes,
            @Nullable Instant createdAt) {
        /**
         * Keeps a copy of the list.
         *
         * @param datasetHash the dataset
         * @param title its title
         * @param dataHashes the rows
         * @param createdAt when the rows were created
         */
        public Use {
            dataHashes = List.copyOf(dataHashes);
        }
    }
}
