package io.encord4j.fake.internal.seed;

import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.DatasetScope;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.storage.BlobStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a world: users with their keys, groups of users, integrations, folders with their items, datasets with members, groups, API keys and
 * rows, re-encoding tasks, and texts for OCR. Upload jobs, promised uploads, time and choices are not part of it.
 */
public final class WorldSeed {

    private final BlobStore blobs;

    public WorldSeed(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * Adds to a world what the JSON says. Integrations replace those of the world; everything else is added.
     *
     * @throws IllegalArgumentException if it makes no sense; then nothing has changed
     */
    public void apply(World world, Map<String, @Nullable Object> json) {
        try (SeedFiles files = new SeedFiles(blobs)) {
            world.change(tx -> {
                JsonFields fields = new JsonFields("the seed", json);
                new SeedPeople(tx).read(fields);
                SeedFolders folders = new SeedFolders(tx, files);
                folders.read(fields);
                new SeedDatasets(tx, files).read(fields);
                folders.mirror();
                new SeedTasks(tx).read(fields);
                fields.end();
            });
            files.taken();
        }
    }

    /**
     * Makes a hosted dataset with a master API key and generated images.
     *
     * @throws IllegalArgumentException if the world has no such user; then nothing has changed
     */
    public Dataset newDataset(World world, String ownerEmail, String title, List<String> imageTitles) {
        List<Map<String, @Nullable Object>> rows = imageTitles.stream()
                .map(image -> SeedText.object(
                        "title", image,
                        "type", FakeDataType.IMAGE.name(),
                        "files", List.of(Map.of("generate", Map.of()))))
                .toList();
        Map<String, @Nullable Object> key = SeedText.object(
                "master",
                true,
                "scopes",
                Stream.of(DatasetScope.values()).map(DatasetScope::wireName).toList());
        Map<String, @Nullable Object> json =
                SeedText.object("title", title, "owner", ownerEmail, "apiKeys", List.of(key), "rows", rows);
        try (SeedFiles files = new SeedFiles(blobs)) {
            Dataset made = world.update(tx -> new SeedDatasets(tx, files).dataset(new JsonFields("the dataset", json)));
            files.taken();
            return made;
        }
    }

    /** Writes a world. Secrets and the bytes of hosted files are in it. */
    public Map<String, @Nullable Object> export(World world) {
        PlatformState state = world.snapshot();
        try (SeedFiles files = new SeedFiles(blobs)) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.putAll(SeedPeople.write(state));
            json.putAll(SeedFolders.write(state, files));
            json.put("datasets", SeedDatasets.write(state, files));
            json.putAll(SeedTasks.write(state));
            return json;
        } finally {
            world.forget(state);
        }
    }
}
