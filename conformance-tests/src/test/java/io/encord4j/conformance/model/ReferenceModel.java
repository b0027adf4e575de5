package io.encord4j.conformance.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What datasets are, in lists: the rules of the protocol in their shortest form, without ids, times, bytes or HTTP. */
final class ReferenceModel {

    private final List<Dataset> datasets = new ArrayList<>();
    private int items;

    /** A dataset: its title and its rows in order of creation. */
    static final class Dataset {
        final String title;
        final List<Row> rows = new ArrayList<>();
        final List<SeenKey> keys = new ArrayList<>();
        boolean hasMasterKey;

        Dataset(String title) {
            this.title = title;
        }
    }

    /** A row: what shows of it, and the storage item that it stands for. */
    record Row(String title, String type, Map<String, String> metadata, Item item) {

        Seen seen() {
            return new Seen(title, type, metadata);
        }
    }

    /** A storage item: its own title, which a new name of a row leaves alone, and where it comes from. */
    record Item(int number, String title, String source) {}

    /** The part of a row that both sides can be asked for. */
    record Seen(String title, String type, Map<String, String> metadata) {}

    /** The part of an API key that both sides can be asked for. */
    record SeenKey(String title, boolean mayWrite) {}

    /** What to do with an item that is linked already. */
    enum Duplicates {
        SKIP,
        DUPLICATE,
        FAIL
    }

    int size() {
        return datasets.size();
    }

    Dataset dataset(int index) {
        return datasets.get(index);
    }

    void createDataset(String title) {
        datasets.add(new Dataset(title));
    }

    List<String> titlesLike(String pattern) {
        return datasets.stream()
                .map(dataset -> dataset.title)
                .filter(title -> like(title, pattern))
                .sorted()
                .toList();
    }

    /** Adds one row per URL; with a bad URL either that one is missing or, if errors count, all are. False means that it failed. */
    boolean addPrivateVideos(int dataset, List<String> urls, boolean skipDuplicates, boolean ignoreErrors) {
        boolean bad = urls.stream().anyMatch(ReferenceModel::isBad);
        if (bad && !ignoreErrors) {
            return false;
        }
        List<Row> rows = datasets.get(dataset).rows;
        List<String> before = rows.stream().map(row -> row.item().source()).toList();
        for (String url : urls) {
            if (!isBad(url) && !(skipDuplicates && before.contains(url))) {
                rows.add(fresh(pathOf(url), "VIDEO", url));
            }
        }
        return true;
    }

    void uploadVideo(int dataset, String name) {
        datasets.get(dataset).rows.add(fresh(name, "VIDEO", "upload"));
    }

    /** One row, or for a sequence one per size; the number of rows. */
    int addImageGroup(int dataset, String title, List<Integer> widths, boolean sequence) {
        int groups = sequence ? (int) widths.stream().distinct().count() : 1;
        for (int i = 0; i < groups; i++) {
            datasets.get(dataset).rows.add(fresh(title, "IMG_GROUP", "upload"));
        }
        return groups;
    }

    void delete(int dataset, int row) {
        datasets.get(dataset).rows.remove(row);
    }

    void rename(int dataset, int row, String title) {
        Row old = datasets.get(dataset).rows.get(row);
        datasets.get(dataset).rows.set(row, new Row(title, old.type(), old.metadata(), old.item()));
    }

    void replaceMetadata(int dataset, int row, Map<String, String> metadata) {
        Row old = datasets.get(dataset).rows.get(row);
        datasets.get(dataset).rows.set(row, new Row(old.title(), old.type(), metadata, old.item()));
    }

    /** Links the item of a row into another dataset; the answer is how many rows came to be, or −1 if it was refused. */
    int link(int from, int row, int to, Duplicates duplicates) {
        Row source = datasets.get(from).rows.get(row);
        List<Row> target = datasets.get(to).rows;
        boolean there = target.stream().anyMatch(existing -> existing.item().equals(source.item()));
        if (there && duplicates == Duplicates.FAIL) {
            return -1;
        }
        if (there && duplicates == Duplicates.SKIP) {
            return 0;
        }
        target.add(new Row(source.item().title(), source.type(), Map.of(), source.item()));
        return 1;
    }

    List<Seen> rows(int dataset) {
        return datasets.get(dataset).rows.stream().map(Row::seen).toList();
    }

    List<Seen> rowsLike(int dataset, String pattern) {
        return rows(dataset).stream().filter(row -> like(row.title(), pattern)).toList();
    }

    void createApiKey(int dataset, String title, boolean mayWrite) {
        datasets.get(dataset).keys.add(new SeenKey(title, mayWrite));
    }

    void getOrCreateApiKey(int dataset) {
        if (!datasets.get(dataset).hasMasterKey) {
            datasets.get(dataset).hasMasterKey = true;
            createApiKey(dataset, "", true);
        }
    }

    List<SeenKey> apiKeys(int dataset) {
        return List.copyOf(datasets.get(dataset).keys);
    }

    /** Which of these rows can be re-encoded: the videos. */
    List<Integer> reEncoded(int dataset, List<Integer> rows) {
        List<Row> all = datasets.get(dataset).rows;
        return rows.stream()
                .distinct()
                .filter(row -> all.get(row).type().equals("VIDEO"))
                .toList();
    }

    private Row fresh(String title, String type, String source) {
        return new Row(title, type, Map.of(), new Item(items++, title, source));
    }

    static boolean isBad(String url) {
        return url.contains(" ");
    }

    private static String pathOf(String url) {
        return url.substring(url.indexOf('/', url.indexOf("://") + 3));
    }

    /** SQL LIKE, case-sensitive, over the whole string. */
    private static boolean like(String text, String pattern) {
        String regex = pattern.chars()
                .mapToObj(c -> switch (c) {
                    case '%' -> ".*";
                    case '_' -> ".";
                    default -> Pattern.quote(String.valueOf((char) c));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }
}
