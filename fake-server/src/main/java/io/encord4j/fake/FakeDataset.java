package io.encord4j.fake;

import java.util.List;

/**
 * A dataset that was made for a test.
 *
 * @param hash names the dataset
 * @param title its title
 * @param owner the user who administers it
 * @param apiKey an API key of 2022 with all scopes: a secret, but of this world only
 * @param rows the hashes of its rows
 */
public record FakeDataset(String hash, String title, FakeUser owner, String apiKey, List<String> rows) {

    /**
     * Copies the list.
     *
     * @param hash names the dataset
     * @param title its title
     * @param owner the user who administers it
     * @param apiKey an API key of 2022 with all scopes
     * @param rows the hashes of its rows
     */
    public FakeDataset {
        rows = List.copyOf(rows);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "FakeDataset[hash=" + hash + ", title=" + title + ", rows=" + rows.size() + "]";
    }
}
