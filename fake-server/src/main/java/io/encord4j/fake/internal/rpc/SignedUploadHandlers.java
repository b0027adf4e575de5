package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.encord4j.fake.internal.platform.HostedObjects;
import io.encord4j.fake.internal.platform.Registration;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.StoredObject;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.wire.model.WireRegisteredData;
import io.encord4j.fake.wire.model.WireSignedUrlRecord;
import java.util.List;
import java.util.Objects;

/** Uploading as clients of 2022 do: ask for a URL, send the bytes there, register them. */
final class SignedUploadHandlers {

    private final JsonAdapter<String> text;
    private final JsonAdapter<List<String>> texts;
    private final JsonAdapter<WireSignedUrlRecord> payload;

    SignedUploadHandlers(Moshi moshi) {
        this.text = moshi.adapter(String.class);
        this.texts = moshi.adapter(Types.newParameterizedType(List.class, String.class));
        this.payload = moshi.adapter(WireSignedUrlRecord.class);
    }

    WireSignedUrlRecord videoUrl(RpcCall call) {
        return urls(call, UploadKind.VIDEO, List.of(call.uid(text))).get(0);
    }

    List<WireSignedUrlRecord> imageUrls(RpcCall call) {
        return urls(call, UploadKind.IMAGE, call.uid(texts));
    }

    /** Clients from August 2022 can give the row another title than that of the file. */
    WireRegisteredData registerVideo(RpcCall call) {
        String dataHash = call.uid(text);
        call.payload(payload);
        String title = call.payloadFields().text("video_title");
        DataRow row = call.world().update(tx -> Registration.video(call.open(tx), dataHash, title));
        return new WireRegisteredData(row.hash(), row.title(), row.item().link());
    }

    WireRegisteredData registerImage(RpcCall call) {
        String dataHash = call.uid(text);
        call.payload(payload);
        StoredObject image = call.world().update(tx -> Registration.groupImage(call.open(tx), dataHash));
        return new WireRegisteredData(image.dataHash(), titleOf(image), image.key());
    }

    /** Files of a kind that this class does not register, as a result that is written. */
    StreamedResult urls(RpcCall call, UploadKind kind) {
        List<WireSignedUrlRecord> records = urls(call, kind, call.uid(texts));
        return writer -> {
            writer.beginArray();
            for (WireSignedUrlRecord signed : records) {
                payload.toJson(writer, signed);
            }
            writer.endArray();
        };
    }

    private static List<WireSignedUrlRecord> urls(RpcCall call, UploadKind kind, List<String> titles) {
        List<StoredObject> objects = call.world().update(tx -> HostedObjects.inDataset(call.open(tx), kind, titles));
        return objects.stream()
                .map(object -> new WireSignedUrlRecord(
                        call.links().forUpload(object.key()), object.dataHash(), titleOf(object), object.key()))
                .toList();
    }

    private static String titleOf(StoredObject object) {
        return Objects.requireNonNullElse(object.title(), object.dataHash());
    }
}
