package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.encord4j.fake.internal.platform.DicomUploads;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.Registration;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.FileRef;
import io.encord4j.fake.internal.platform.model.UploadKind;
import io.encord4j.fake.wire.model.WireSignedUrlRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the clients between the two generations, from July 2022 to September 2024, which sent files to signed URLs in
 * more ways than the first generation. The API description has the two generations only.
 */
final class InterimHandlers {

    private static final StreamedResult SUCCESS =
            writer -> writer.beginObject().name("success").value(true).endObject();

    private final JsonAdapter<WireSignedUrlRecord> sentFile;
    private final JsonAdapter<List<WireSignedUrlRecord>> sentFiles;
    private final JsonAdapter<List<Map<String, @Nullable Object>>> slices;
    private final SignedUploadHandlers signed;

    InterimHandlers(Moshi moshi) {
        this.sentFile = moshi.adapter(WireSignedUrlRecord.class);
        this.sentFiles = moshi.adapter(Types.newParameterizedType(List.class, WireSignedUrlRecord.class));
        this.slices = moshi.adapter(Types.newParameterizedType(
                List.class, Types.newParameterizedType(Map.class, String.class, Object.class)));
        this.signed = new SignedUploadHandlers(moshi);
    }

    /** All images of a group to be, or none. */
    StreamedResult registerImages(RpcCall call) {
        List<WireSignedUrlRecord> images = call.payload(sentFiles);
        call.world().change(tx -> images.forEach(image -> Registration.groupImage(call.open(tx), image.dataHash())));
        return SUCCESS;
    }

    StreamedResult createSingleImage(RpcCall call) {
        WireSignedUrlRecord image = call.payload(sentFile);
        call.world().change(tx -> Registration.singleImage(call.open(tx), image.dataHash(), image.title()));
        return SUCCESS;
    }

    StreamedResult dicomUrls(RpcCall call) {
        return signed.urls(call, UploadKind.DICOM_FILE);
    }

    StreamedResult createDicomSeries(RpcCall call) {
        List<FileRef> files = call.uid(slices).stream()
                .map(PayloadFields::new)
                .map(InterimHandlers::slice)
                .toList();
        String title = call.payloadFields().text("title");
        DataRow row = call.world().update(tx -> DicomUploads.create(call.open(tx), files, title));
        return writer -> writer.beginObject()
                .name("data_hash")
                .value(row.hash())
                .name("title")
                .value(row.title())
                .endObject();
    }

    private static FileRef slice(PayloadFields file) {
        String id = file.text("id");
        if (id == null) {
            throw RefusedException.invalid("A file of a DICOM series has no id.");
        }
        return new FileRef(id, file.text("title"));
    }
}
