package io.encord4j.support;

import io.encord4j.ClientOptions;
import io.encord4j.EncordUserClient;
import io.encord4j.ItemFilter;
import io.encord4j.StorageItem;
import java.util.stream.Stream;

/** A program of its own, so that its heap can be small: streams all items of the storage and prints how many there are. */
public final class ItemCounter {
    private ItemCounter() {}

    public static void main(String[] args) {
        ClientOptions options = ClientOptions.builder().domain(args[0]).build();
        ItemFilter filter = ItemFilter.builder().pageSize(1000).build();
        try (EncordUserClient user = EncordUserClient.builder()
                        .bearerToken("t")
                        .options(options)
                        .build();
                Stream<StorageItem> items = user.storage().findItems(filter)) {
            System.out.println(items.map(StorageItem::uuid).mapToLong(uuid -> 1).sum());
        }
    }
}
