package io.encord4j.fake.internal.control;

import io.encord4j.fake.internal.platform.model.DataGroup;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Files;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StorageItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.seed.SeedText;
import io.encord4j.fake.internal.storage.ObjectUrls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows and items in JSON, with signed URLs for whoever looks at them. */
final class ItemJson {

    private static final int MOST_FILES = 100;

    private final Files files;
    private final ObjectUrls urls;

    ItemJson(Files files, ObjectUrls urls) {
        this.files = files;
        this.urls = urls;
    }

    Map<String, @Nullable Object> row(DataRow row) {
        Map<String, @Nullable Object> json = SeedText.object(
                "hash", row.hash(),
                "title", row.title(),
                "createdAt", row.createdAt().toString(),
                "item", row.item().uuid().toString());
        describe(row.item(), json);
        return json;
    }

    Map<String, @Nullable Object> item(SharedItem item) {
        Map<String, @Nullable Object> json = SeedText.object(
                "uuid", item.uuid().toString(),
                "name", item.about().name(),
                "createdAt", item.item().createdAt().toString(),
                "rows", item.rows().size());
        describe(item.item(), json);
        return json;
    }

    private void describe(StorageItem item, Map<String, @Nullable Object> json) {
        MediaFacts facts = item.facts();
        List<StoredFile> all = filesOf(item).toList();
        json.put("type", item.type().name());
        json.put("width", facts.width());
        json.put("height", facts.height());
        json.put("duration", facts.duration());
        json.put("bytes", item.size());
        json.put("fileCount", all.size());
        json.put("files", all.stream().limit(MOST_FILES).map(this::file).toList());
    }

    /** The files of a data group are those of its members. */
    private Stream<StoredFile> filesOf(StorageItem item) {
        if (item.content() instanceof DataGroup group) {
            return group.members().values().stream()
                    .map(files.items()::get)
                    .filter(Objects::nonNull)
                    .flatMap(member -> member.item().content().files().stream());
        }
        return item.content().files().stream();
    }

    private Map<String, @Nullable Object> file(StoredFile file) {
        return SeedText.object(
                "link", file.link(),
                "mimeType", file.facts().mimeType(),
                "url", file.isHosted() ? urls.forDownload(file.link()) : null);
    }
}
