package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.encord4j.fake.internal.platform.ImageGroups;
import io.encord4j.fake.wire.model.WireImageGroupCreated;
import io.encord4j.fake.wire.model.WireNoSettings;
import java.util.List;

/** Image groups of images that were registered one by one. */
final class ImageGroupHandlers {

    private final JsonAdapter<String> text;
    private final JsonAdapter<List<String>> texts;
    private final JsonAdapter<WireNoSettings> payload;

    ImageGroupHandlers(Moshi moshi) {
        this.text = moshi.adapter(String.class);
        this.texts = moshi.adapter(Types.newParameterizedType(List.class, String.class));
        this.payload = moshi.adapter(WireNoSettings.class);
    }

    /** Clients from August 2022 can give a title, those from January 2023 can say that they want no video. */
    List<WireImageGroupCreated> create(RpcCall call) {
        List<String> imageHashes = call.uid(texts);
        call.payload(payload);
        PayloadFields later = call.payloadFields();
        String title = later.text("image_group_title");
        boolean sequence = !Boolean.FALSE.equals(later.flag("create_video"));
        return call.world().update(tx -> ImageGroups.create(call.open(tx), imageHashes, title, sequence)).stream()
                .map(row -> new WireImageGroupCreated(
                        row.hash(), row.title(), row.item().link()))
                .toList();
    }

    void delete(RpcCall call) {
        String dataHash = call.uid(text);
        call.world().change(tx -> ImageGroups.delete(call.open(tx), dataHash));
    }
}
