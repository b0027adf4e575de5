package io.encord4j.fake.internal.rpc;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.OcrText;
import io.encord4j.fake.internal.platform.Ocr;
import io.encord4j.fake.internal.platform.ReEncoding;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.storage.ObjectUrls;
import io.encord4j.fake.wire.json.Omissible;
import io.encord4j.fake.wire.model.WireBoundingBox;
import io.encord4j.fake.wire.model.WireOcrEntry;
import io.encord4j.fake.wire.model.WireOcrPayload;
import io.encord4j.fake.wire.model.WireOcrText;
import io.encord4j.fake.wire.model.WireOcrTexts;
import io.encord4j.fake.wire.model.WireReEncodePayload;
import io.encord4j.fake.wire.model.WireReEncodeState;
import io.encord4j.fake.wire.model.WireReEncodeStatus;
import io.encord4j.fake.wire.model.WireReEncodedVideo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the platform makes of data: other encodings of videos, texts in images. */
final class ProcessingHandlers {

    private final JsonAdapter<Long> number;
    private final JsonAdapter<WireReEncodePayload> reEncodePayload;
    private final JsonAdapter<WireOcrPayload> ocrPayload;

    ProcessingHandlers(Moshi moshi) {
        this.number = moshi.adapter(Long.class);
        this.reEncodePayload = moshi.adapter(WireReEncodePayload.class);
        this.ocrPayload = moshi.adapter(WireOcrPayload.class);
    }

    Long startReEncoding(RpcCall call) {
        List<String> dataHashes = call.payload(reEncodePayload).dataHash();
        return (long) call.world()
                .update(tx -> ReEncoding.start(call.open(tx), dataHashes))
                .id();
    }

    /** The result is absent until there is one: clients of 2022 do not expect null. */
    WireReEncodeState reEncoding(RpcCall call) {
        int taskId = taskId(call.uid(number));
        ReEncoding.Progress progress = call.world().poll(tx -> ReEncoding.poll(call.open(tx), taskId));
        return new WireReEncodeState(
                WireReEncodeStatus.of(progress.status().name()), results(progress.results(), call.links()));
    }

    List<WireOcrEntry> readTexts(RpcCall call) {
        String dataHash = call.payload(ocrPayload).imageGroupDataHash();
        return Ocr.read(call.world().observe(), call.dataset(), dataHash).stream()
                .map(texts -> new WireOcrEntry(new WireOcrTexts(
                        texts.stream().map(ProcessingHandlers::text).toList())))
                .toList();
    }

    private static int taskId(long uid) {
        if (uid != (int) uid) {
            throw RefusedException.notFound("There is no re-encoding task " + uid + ".");
        }
        return (int) uid;
    }

    private static @Nullable List<WireReEncodedVideo> results(@Nullable List<DataRow> rows, ObjectUrls links) {
        return rows == null
                ? null
                : rows.stream().map(row -> result(row, links)).toList();
    }

    private static WireReEncodedVideo result(DataRow row, ObjectUrls links) {
        String url = row.item().content() instanceof StoredFile file ? WireRows.download(file, links) : null;
        return new WireReEncodedVideo(
                row.hash(),
                Omissible.of(url),
                Objects.requireNonNullElse(row.item().link(), ""));
    }

    private static WireOcrText text(OcrText text) {
        return new WireOcrText(text.text(), new WireBoundingBox(text.x(), text.y(), text.width(), text.height()));
    }
}
