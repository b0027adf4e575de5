package io.encord4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a bucket of the user's own to add to a dataset: JSON in the shape that Encord documents, or the same built in code.
 *
 * <pre>{@code
 * PrivateFiles files = PrivateFiles.builder()
 *         .video("https://bucket.s3.eu-west-2.amazonaws.com/film.mp4")
 *         .imageSequence("Front camera", List.of("https://bucket/0.png", "https://bucket/1.png"))
 *         .skipDuplicateUrls()
 *         .build();
 * }</pre>
 *
 * <p>JSON is passed on as it is: keys that this version does not know, nulls, and numbers of any size included.
 */
public sealed interface PrivateFiles {
    /**
     * The files that a JSON file lists.
     *
     * @param file the JSON file
     * @return the files
     */
    static PrivateFiles ofFile(Path file) {
        return new JsonFile(Objects.requireNonNull(file, "file"));
    }

    /**
     * The files that a JSON text lists.
     *
     * @param json the text
     * @return the files
     */
    static PrivateFiles ofJson(String json) {
        return new JsonText(Arguments.text(json, "json"));
    }

    /**
     * Begins a list of files.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /**
     * A JSON file.
     *
     * @param file its path
     */
    record JsonFile(Path file) implements PrivateFiles {}

    /**
     * A JSON text.
     *
     * @param json the text
     */
    record JsonText(String json) implements PrivateFiles {}

    /**
     * A JSON object.
     *
     * @param entries what it holds
     */
    record Entries(Map<String, @Nullable Object> entries) implements PrivateFiles {
        /** Keeps a copy of the object. */
        public Entries {
            entries = Arguments.json(entries, "entries");
        }
    }

    /** Collects files. */
    final class Builder {
        private final Map<String, List<Map<String, @Nullable Object>>> kinds = new LinkedHashMap<>();
        private boolean skipDuplicateUrls;
        private boolean upsertMetadata;

        private Builder() {}

        /**
         * Adds a video, titled by the path of its URL.
         *
         * @param url the URL within the bucket
         * @return this builder
         */
        public Builder video(String url) {
            return single("videos", url, null, null);
        }

        /**
         * Adds a video.
         *
         * @param url the URL within the bucket
         * @param title its title; null for the path of the URL
         * @param clientMetadata the caller's own data; null for none
         * @return this builder
         */
        public Builder video(
                String url, @Nullable String title, @Nullable Map<String, @Nullable Object> clientMetadata) {
            return single("videos", url, title, clientMetadata);
        }

        /**
         * Adds a single image, titled by the path of its URL.
         *
         * @param url the URL within the bucket
         * @return this builder
         */
        public Builder image(String url) {
            return single("images", url, null, null);
        }

        /**
         * Adds a single image.
         *
         * @param url the URL within the bucket
         * @param title its title; null for the path of the URL
         * @param clientMetadata the caller's own data; null for none
         * @return this builder
         */
        public Builder image(
                String url, @Nullable String title, @Nullable Map<String, @Nullable Object> clientMetadata) {
            return single("images", url, title, clientMetadata);
        }

        /**
         * Adds an audio file, titled by the path of its URL.
         *
         * @param url the URL within the bucket
         * @return this builder
         */
        public Builder audio(String url) {
            return single("audio", url, null, null);
        }

        /**
         * Adds an audio file.
         *
         * @param url the URL within the bucket
         * @param title its title; null for the path of the URL
         * @param clientMetadata the caller's own data; null for none
         * @return this builder
         */
        public Builder audio(
                String url, @Nullable String title, @Nullable Map<String, @Nullable Object> clientMetadata) {
            return single("audio", url, title, clientMetadata);
        }

        /**
         * Adds a plain image group, whose images may differ in size.
         *
         * @param urls the URLs of its images, in order
         * @return this builder
         */
        public Builder imageGroup(String title, List<String> urls) {
            return imageGroup(title, urls, false, null);
        }

        /**
         * Adds an image sequence, whose images are all of one size.
         *
         * @param urls the URLs of its images, in order
         * @return this builder
         */
        public Builder imageSequence(String title, List<String> urls) {
            return imageGroup(title, urls, true, null);
        }

        /**
         * Adds an image group or sequence.
         *
         * @param urls the URLs of its images, in order
         * @param createVideo true for a sequence
         * @param clientMetadata the caller's own data; null for none
         * @return this builder
         */
        public Builder imageGroup(
                String title,
                List<String> urls,
                boolean createVideo,
                @Nullable Map<String, @Nullable Object> clientMetadata) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("title", Arguments.text(title, "title"));
            entry.put("createVideo", createVideo);
            return add("image_groups", numbered(entry, urls, clientMetadata));
        }

        /**
         * Adds a DICOM series.
         *
         * @param urls the URLs of its files
         * @return this builder
         */
        public Builder dicomSeries(String title, List<String> urls) {
            return dicomSeries(title, urls, null);
        }

        /**
         * Adds a DICOM series.
         *
         * @param urls the URLs of its files
         * @param clientMetadata the caller's own data; null for none
         * @return this builder
         */
        public Builder dicomSeries(
                String title, List<String> urls, @Nullable Map<String, @Nullable Object> clientMetadata) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("title", Arguments.text(title, "title"));
            return add("dicom_series", numbered(entry, urls, clientMetadata));
        }

        /**
         * Leaves out, silently, entries whose URLs are all in the dataset already. Then the same list can be added again without harm.
         *
         * @return this builder
         */
        public Builder skipDuplicateUrls() {
            this.skipDuplicateUrls = true;
            return this;
        }

        /**
         * As {@link #skipDuplicateUrls()}, but the caller's own data of what is there already is updated.
         *
         * @return this builder
         */
        public Builder upsertMetadata() {
            this.skipDuplicateUrls = true;
            this.upsertMetadata = true;
            return this;
        }

        /**
         * Makes the list.
         *
         * @return the files
         */
        public PrivateFiles build() {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            kinds.forEach((kind, list) -> entries.put(kind, List.copyOf(list)));
            if (skipDuplicateUrls) {
                entries.put("skip_duplicate_urls", true);
            }
            if (upsertMetadata) {
                entries.put("upsert_metadata", true);
            }
            return new Entries(entries);
        }

        private Builder single(
                String kind,
                String url,
                @Nullable String title,
                @Nullable Map<String, @Nullable Object> clientMetadata) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("objectUrl", Arguments.text(url, "url"));
            if (title != null) {
                entry.put("title", Arguments.text(title, "title"));
            }
            if (clientMetadata != null) {
                entry.put("clientMetadata", Arguments.json(clientMetadata, "clientMetadata"));
            }
            return add(kind, entry);
        }

        private static Map<String, @Nullable Object> numbered(
                Map<String, @Nullable Object> entry,
                List<String> urls,
                @Nullable Map<String, @Nullable Object> clientMetadata) {
            List<String> copy = Arguments.list(urls, "urls");
            for (int i = 0; i < copy.size(); i++) {
                entry.put("objectUrl_" + i, Arguments.text(copy.get(i), "urls[" + i + "]"));
            }
            if (clientMetadata != null) {
                entry.put("clientMetadata", Arguments.json(clientMetadata, "clientMetadata"));
            }
            return entry;
        }

        private Builder add(String kind, Map<String, @Nullable Object> entry) {
            kinds.computeIfAbsent(kind, name -> new ArrayList<>()).add(Collections.unmodifiableMap(entry));
            return this;
        }
    }
}
