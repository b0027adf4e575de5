package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.wire.model.WireDataRow;
import java.io.IOException;

/** Writes rows with all their keys: what was not asked for, or does not apply, is null and not absent. */
final class RowWriter {

    private final JsonAdapter<WireDataRow> adapter;

    RowWriter(Moshi moshi) {
        this.adapter = moshi.adapter(WireDataRow.class);
    }

    void write(JsonWriter writer, WireDataRow row) throws IOException {
        writer.beginObject();
        Flattened.write(writer, adapter, row);
        Flattened.nullUnless(writer, "client_metadata", row.clientMetadata());
        Flattened.nullUnless(writer, "signed_url", row.signedUrl());
        Flattened.nullUnless(writer, "is_optimised_image_group", row.isOptimisedImageGroup());
        Flattened.nullUnless(writer, "images_data", row.imagesData());
        writer.endObject();
    }
}
