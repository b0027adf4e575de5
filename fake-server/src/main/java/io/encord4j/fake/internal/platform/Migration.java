package io.encord4j.fake.internal.platform;

import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.CloudIntegration;
import io.encord4j.fake.internal.platform.model.SharedItem;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Giving items of a customer's bucket other URLs or another integration. */
public final class Migration {

    /**
     * What to change.
     *
     * @param byUrl the new URL by the old one; null keeps it
     * @param byItem the new URL by the item; null keeps it
     * @param from only items of this integration, or null for all
     * @param to the integration from now on, or null to keep it
     * @param skipMissing whether entries that match nothing are left out, not refused
     */
    public record Request(
            Map<String, @Nullable String> byUrl,
            Map<UUID, @Nullable String> byItem,
            @Nullable UUID from,
            @Nullable UUID to,
            boolean skipMissing) {}

    private Migration() {}

    /**
     * Changes URLs, all or none.
     *
     * @throws RefusedException if an entry matches nothing and must not be skipped, an integration does not exist, a URL
     *     makes no sense, or the user is no admin of the folder of an item
     */
    public static void run(Transaction tx, User user, Request request) {
        CloudIntegration target = integration(tx, request.to());
        integration(tx, request.from());
        Map<UUID, @Nullable String> wanted = new HashMap<>();
        Map<String, List<SharedItem>> known = request.byUrl().isEmpty() ? Map.of() : byUrl(tx, user, request);
        request.byUrl().forEach((old, changed) -> {
            List<SharedItem> items = known.getOrDefault(old, List.of());
            demand(!items.isEmpty(), request, "URL " + Quoted.value(old));
            items.forEach(item -> wanted.put(item.uuid(), changed));
        });
        request.byItem().forEach((uuid, changed) -> {
            SharedItem item = tx.state().files().items().get(uuid);
            boolean matches = item != null && FolderAccess.maySee(tx.state(), user, item) && isMeant(item, request);
            demand(matches, request, "item " + uuid);
            if (matches) {
                wanted.put(uuid, changed);
            }
        });
        ItemBatch batch = new ItemBatch(tx, tx.now());
        wanted.forEach((uuid, url) -> change(tx, batch, user, uuid, url, target));
        batch.commit();
    }

    private static void change(
            Transaction tx,
            ItemBatch batch,
            User user,
            UUID uuid,
            @Nullable String url,
            @Nullable CloudIntegration target) {
        SharedItem item = batch.find(uuid);
        if (item == null || !(item.item().content() instanceof StoredFile file)) {
            return;
        }
        StorageItems.administered(tx.state(), user, item);
        if (url != null) {
            PrivateUrls.checkLength(url);
        }
        StoredFile changed = new StoredFile(
                target == null ? file.location() : target.location(),
                url == null ? file.link() : url,
                null,
                file.size(),
                file.facts());
        batch.replace(item.holding(changed, target == null ? item.at().integration() : target.uuid()));
    }

    private static Map<String, List<SharedItem>> byUrl(Transaction tx, User user, Request request) {
        Map<String, List<SharedItem>> found = new HashMap<>();
        for (SharedItem item : tx.state().files().items().values()) {
            if (item.item().content() instanceof StoredFile file
                    && request.byUrl().containsKey(file.link())
                    && isMeant(item, request)
                    && FolderAccess.maySee(tx.state(), user, item)) {
                found.merge(
                        file.link(),
                        List.of(item),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList());
            }
        }
        return found;
    }

    private static boolean isMeant(SharedItem item, Request request) {
        return item.item().content() instanceof StoredFile file
                && !file.isHosted()
                && (request.from() == null || request.from().equals(item.at().integration()));
    }

    private static @Nullable CloudIntegration integration(Transaction tx, @Nullable UUID uuid) {
        CloudIntegration found = uuid == null ? null : tx.state().integrations().get(uuid);
        if (uuid != null && found == null) {
            throw RefusedException.of(
                    RefusalKind.NOT_AUTHORISED, "There is no cloud integration " + uuid + ", or you have no access.");
        }
        return found;
    }

    private static void demand(boolean found, Request request, String what) {
        if (!found && !request.skipMissing()) {
            throw RefusedException.invalid(
                    "There is no " + what + " in a bucket to migrate; leave it out with skipMissing.");
        }
    }
}
