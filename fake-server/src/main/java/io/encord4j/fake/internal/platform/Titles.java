package io.encord4j.fake.internal.platform;

/** Titles that nobody gave. */
final class Titles {

    private static final String SCHEME_END = "://";

    private Titles() {}

    /** Makes one up. */
    static String made(Transaction tx, String prefix) {
        return prefix + tx.newSuffix();
    }

    /** The path of a URL, such as {@code /dir/film.mp4}; the whole text if it has none. */
    static String pathOf(String url) {
        int scheme = url.indexOf(SCHEME_END);
        int host = scheme < 0 ? 0 : scheme + SCHEME_END.length();
        int path = scheme < 0 ? 0 : url.indexOf('/', host);
        if (path < 0) {
            return url;
        }
        int end = url.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = url.indexOf(mark, path);
            end = at < 0 ? end : Math.min(end, at);
        }
        return path == end ? url : url.substring(path, end);
    }

    /** The last part of a path. */
    static String nameOf(String link) {
        String path = pathOf(link);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? path : name;
    }
}
