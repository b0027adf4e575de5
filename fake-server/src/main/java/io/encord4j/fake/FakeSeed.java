package io.encord4j.fake;

import io.encord4j.fake.internal.seed.SeedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is in a world before a test begins, put together in Java; {@link FakeWorld#seed(FakeSeed)} brings it in. It
 * writes the same JSON that {@link FakeWorld#seed(String)} takes, which can say more. Not for use by many threads.
 *
 * <pre>{@code
 * world.seed(FakeSeed.create()
 *         .user("ada@example.com")
 *         .dataset("Streets", "ada@example.com", streets -> streets
 *                 .image("crossing.png", 640, 480)
 *                 .imageGroup("tram", "1.png", "2.png")));
 * FakeUser ada = world.credentials("ada@example.com");
 * }</pre>
 */
public final class FakeSeed {

    private final List<Map<String, @Nullable Object>> users = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> integrations = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> datasets = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> folders = new ArrayList<>();

    private FakeSeed() {}

    /**
     * Begins with nothing.
     *
     * @return an empty seed
     */
    public static FakeSeed create() {
        return new FakeSeed();
    }

    /**
     * Adds a user.
     *
     * @param email the address, not taken in the world
     * @return this
     */
    public FakeSeed user(String email) {
        users.add(SeedText.object("email", email));
        return this;
    }

    /**
     * Adds a cloud integration. The first one replaces those that the world has.
     *
     * @param title its title
     * @param location what it leads to
     * @return this
     */
    public FakeSeed integration(String title, FakeStorageLocation location) {
        integrations.add(SeedText.object("title", title, "location", location.name()));
        return this;
    }

    /**
     * Adds a dataset on the platform's own storage.
     *
     * @param title its title
     * @param owner the address of a user of the world or of this seed
     * @param content adds its rows
     * @return this
     */
    public FakeSeed dataset(String title, String owner, Consumer<Rows> content) {
        return dataset(title, owner, FakeStorageLocation.CORD_STORAGE, content);
    }

    /**
     * Adds a dataset.
     *
     * @param title its title
     * @param owner the address of a user of the world or of this seed
     * @param location where its files are
     * @param content adds its rows
     * @return this
     */
    public FakeSeed dataset(String title, String owner, FakeStorageLocation location, Consumer<Rows> content) {
        Rows rows = new Rows();
        content.accept(rows);
        datasets.add(SeedText.object("title", title, "owner", owner, "location", location.name(), "rows", rows.json));
        return this;
    }

    /**
     * Adds a folder of the storage, at the top level.
     *
     * @param name its name
     * @param owner the address of a user of the world or of this seed
     * @param content adds its items and the folders in it
     * @return this
     */
    public FakeSeed folder(String name, String owner, Consumer<Folder> content) {
        Folder folder = new Folder(name, owner);
        content.accept(folder);
        folders.add(folder.json());
        return this;
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> seed = SeedText.object("users", users, "folders", folders, "datasets", datasets);
        if (!integrations.isEmpty()) {
            seed.put("integrations", integrations);
        }
        return seed;
    }

    /** The rows of a dataset of a seed, in order. */
    public static final class Rows {

        private final List<Map<String, @Nullable Object>> json = new ArrayList<>();

        private Rows() {}

        /**
         * Adds an image that is made up.
         *
         * @param title its title
         * @param width in pixels
         * @param height in pixels
         * @return this
         */
        public Rows image(String title, int width, int height) {
            return add(
                    title,
                    FakeDataType.IMAGE,
                    SeedText.object("generate", SeedText.object("width", (long) width, "height", (long) height)));
        }

        /**
         * Adds an image group of images that are made up, of 64 by 48 pixels each.
         *
         * @param title its title
         * @param imageTitles the titles of the images, in order
         * @return this
         */
        public Rows imageGroup(String title, String... imageTitles) {
            return add(
                    title,
                    FakeDataType.IMG_GROUP,
                    Arrays.stream(imageTitles)
                            .map(image -> SeedText.object("title", image, "generate", SeedText.object()))
                            .toList());
        }

        /**
         * Adds a file of any type.
         *
         * @param title its title
         * @param type what it is
         * @param bytes its bytes
         * @return this
         */
        public Rows file(String title, FakeDataType type, byte[] bytes) {
            return add(
                    title, type, SeedText.object("base64", Base64.getEncoder().encodeToString(bytes)));
        }

        /**
         * Adds a file in a bucket, of which the fake knows nothing but the URL.
         *
         * @param title its title
         * @param type what it is
         * @param url where it is
         * @return this
         */
        public Rows link(String title, FakeDataType type, String url) {
            return add(title, type, SeedText.object("link", url));
        }

        /**
         * Gives the row that was added last its metadata.
         *
         * @param metadata values as JSON has them
         * @return this
         * @throws IllegalStateException if there is no row yet
         */
        public Rows withClientMetadata(Map<String, ?> metadata) {
            if (json.isEmpty()) {
                throw new IllegalStateException("Add a row before its metadata.");
            }
            json.get(json.size() - 1).put("clientMetadata", SeedText.read(SeedText.write(metadata)));
            return this;
        }

        private Rows add(String title, FakeDataType type, Map<String, @Nullable Object> file) {
            return add(title, type, Stream.of(file).toList());
        }

        private Rows add(String title, FakeDataType type, List<Map<String, @Nullable Object>> files) {
            json.add(SeedText.object("title", title, "type", type.name(), "files", files));
            return this;
        }
    }

    /** A folder of a seed: items and folders, in order. */
    public static final class Folder {

        private final String name;
        private final String owner;
        private final List<Map<String, @Nullable Object>> items = new ArrayList<>();
        private final List<Map<String, @Nullable Object>> folders = new ArrayList<>();

        private Folder(String name, String owner) {
            this.name = name;
            this.owner = owner;
        }

        /**
         * Adds a folder of the same owner.
         *
         * @param folderName its name
         * @param content adds its items and the folders in it
         * @return this
         */
        public Folder folder(String folderName, Consumer<Folder> content) {
            Folder folder = new Folder(folderName, owner);
            content.accept(folder);
            folders.add(folder.json());
            return this;
        }

        /**
         * Adds an image that is made up.
         *
         * @param itemName its name
         * @param width in pixels
         * @param height in pixels
         * @return this
         */
        public Folder image(String itemName, int width, int height) {
            Map<String, @Nullable Object> size = SeedText.object("width", (long) width, "height", (long) height);
            return add(itemName, FakeDataType.IMAGE, List.of(SeedText.object("generate", size)));
        }

        /**
         * Adds an image group of images that are made up, of 64 by 48 pixels each.
         *
         * @param itemName its name
         * @param imageNames the names of the images, in order
         * @return this
         */
        public Folder imageGroup(String itemName, String... imageNames) {
            return add(
                    itemName,
                    FakeDataType.IMG_GROUP,
                    Arrays.stream(imageNames)
                            .map(image -> SeedText.object("title", image, "generate", SeedText.object()))
                            .toList());
        }

        /**
         * Adds a file of any type.
         *
         * @param itemName its name
         * @param type what it is
         * @param bytes its bytes
         * @return this
         */
        public Folder file(String itemName, FakeDataType type, byte[] bytes) {
            String base64 = Base64.getEncoder().encodeToString(bytes);
            return add(itemName, type, List.of(SeedText.object("base64", base64)));
        }

        /**
         * Adds a file in a bucket of Amazon S3, of which the fake knows nothing but the URL.
         *
         * @param itemName its name
         * @param type what it is
         * @param url where it is
         * @return this
         */
        public Folder link(String itemName, FakeDataType type, String url) {
            return add(
                    itemName, type, List.of(SeedText.object("link", url, "location", FakeStorageLocation.AWS.name())));
        }

        /**
         * Gives the item that was added last its metadata.
         *
         * @param metadata values as JSON has them
         * @return this
         * @throws IllegalStateException if there is no item yet
         */
        public Folder withClientMetadata(Map<String, ?> metadata) {
            if (items.isEmpty()) {
                throw new IllegalStateException("Add an item before its metadata.");
            }
            items.get(items.size() - 1).put("clientMetadata", SeedText.read(SeedText.write(metadata)));
            return this;
        }

        private Folder add(String itemName, FakeDataType type, List<Map<String, @Nullable Object>> files) {
            items.add(SeedText.object("name", itemName, "type", type.name(), "files", files));
            return this;
        }

        private Map<String, @Nullable Object> json() {
            return SeedText.object("name", name, "owner", owner, "items", items, "folders", folders);
        }
    }
}
