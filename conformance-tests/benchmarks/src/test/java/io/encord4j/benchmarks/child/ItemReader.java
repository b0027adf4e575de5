package io.encord4j.benchmarks.child;

import com.squareup.moshi.JsonReader;
import io.encord4j.ClientOptions;
import io.encord4j.EncordUserClient;
import io.encord4j.ItemFilter;
import io.encord4j.StorageItem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads all items of a folder, by the client and by a bare loop over the same pages. */
public final class ItemReader {

    private static final int PAGE = 1_000;

    private final EncordUserClient client;
    private final OkHttpClient http = new OkHttpClient();
    private final String url;
    private final String token;
    private long heap;

    private ItemReader(String url, String token) {
        this.url = url;
        this.token = token;
        this.client = EncordUserClient.builder()
                .bearerToken(token)
                .options(ClientOptions.builder().domain(url).build())
                .build();
    }

    /** Arguments: URL and bearer token. The commands take a folder, and give items in a second, or bytes. */
    public static void main(String[] arguments) throws IOException {
        ItemReader reader = new ItemReader(arguments[0], arguments[1]);
        Commands.serve(Map.of(
                "client", folder -> rate(() -> reader.byClient(UUID.fromString(folder))),
                "bare", folder -> rate(() -> reader.byHand(folder)),
                "heap", none -> (double) reader.heap));
        reader.client.close();
    }

    private interface Work {
        int run() throws IOException;
    }

    private static double rate(Work work) throws IOException {
        long start = System.nanoTime();
        int items = work.run();
        return items * 1e9 / (System.nanoTime() - start);
    }

    /** Notes the most that is in use at any tenth of the way. */
    private int byClient(UUID folder) {
        int count = 0;
        heap = 0;
        ItemFilter filter = ItemFilter.builder().pageSize(PAGE).build();
        try (Stream<StorageItem> items = client.storage().listItems(folder, filter)) {
            for (Iterator<StorageItem> each = items.iterator(); each.hasNext(); each.next()) {
                if (++count % 100_000 == 0) {
                    System.gc();
                    long used = ManagementFactory.getMemoryMXBean()
                            .getHeapMemoryUsage()
                            .getUsed();
                    heap = Math.max(heap, used);
                }
            }
        }
        return count;
    }

    private int byHand(String folder) throws IOException {
        HttpUrl first = HttpUrl.get(url)
                .resolve("/v2/public/storage/folders/" + folder
                        + "/items?isRecursive=false&order=name&desc=false&pageSize=" + PAGE + "&signUrls=false");
        int count = 0;
        String next = null;
        do {
            HttpUrl page = next == null
                    ? first
                    : first.newBuilder().addQueryParameter("pageToken", next).build();
            Request request = new Request.Builder()
                    .url(page)
                    .header("Authorization", "Bearer " + token)
                    .build();
            try (Response response = http.newCall(request).execute();
                    JsonReader json = JsonReader.of(response.body().source())) {
                next = null;
                json.beginObject();
                while (json.hasNext()) {
                    if (json.nextName().equals("nextPageToken")) {
                        next = text(json);
                    } else {
                        count += entries(json);
                    }
                }
                json.endObject();
            }
        } while (next != null);
        return count;
    }

    private static @Nullable String text(JsonReader json) throws IOException {
        return json.peek() == JsonReader.Token.NULL ? json.nextNull() : json.nextString();
    }

    private static int entries(JsonReader json) throws IOException {
        int entries = 0;
        json.beginArray();
        for (; json.hasNext(); entries++) {
            json.skipValue();
        }
        json.endArray();
        return entries;
    }
}
