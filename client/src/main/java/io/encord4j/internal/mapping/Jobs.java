package io.encord4j.internal.mapping;

import io.encord4j.JobResult;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.OcrResult;
import io.encord4j.OperationFailedException;
import io.encord4j.Outcome;
import io.encord4j.ReEncodeResult;
import io.encord4j.ReEncodedVideo;
import io.encord4j.UnitError;
import io.encord4j.wire.model.WireBoundingBox;
import io.encord4j.wire.model.WireOcrEntry;
import io.encord4j.wire.model.WireOcrText;
import io.encord4j.wire.model.WireOcrTexts;
import io.encord4j.wire.model.WirePrivateDataAdded;
import io.encord4j.wire.model.WireReEncodeState;
import io.encord4j.wire.model.WireReEncodedVideo;
import io.encord4j.wire.model.WireUploadJobState;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Upload jobs, re-encodings and the reading of texts. */
public final class Jobs {
    private Jobs() {}

    /**
     * How an upload job stands. A status that is not known goes on only while units are pending.
     *
     * @param clean takes secrets out of what the service says
     */
    public static Outcome<JobResult> outcome(String processHash, WireUploadJobState wire, UnaryOperator<String> clean) {
        String status = wire.status().value();
        return switch (status) {
            case "DONE" -> new Outcome.Done<>(result(wire, clean));
            case "ERROR" ->
                new Outcome.Failed<>(
                        new OperationFailedException(processHash, errors(wire, clean), unitErrors(wire, clean)));
            case "CANCELLED" -> new Outcome.Cancelled<>(processHash, true);
            case "PENDING" -> new Outcome.Pending<>(processHash, status);
            default ->
                count(wire.unitsPendingCount()) > 0
                        ? new Outcome.Pending<>(processHash, status)
                        : new Outcome.Unknown<>(processHash, clean.apply(status));
        };
    }

    /** What an upload job has brought. */
    private static JobResult result(WireUploadJobState wire, UnaryOperator<String> clean) {
        return new JobResult(
                present(wire.dataHashesWithTitles()).stream()
                        .map(unit -> new AddedRow(unit.dataHash(), unit.title(), unit.backingItemUuid()))
                        .toList(),
                errors(wire, clean),
                unitErrors(wire, clean),
                count(wire.unitsDoneCount()),
                count(wire.unitsErrorCount()),
                count(wire.unitsCancelledCount()));
    }

    /** What adding private data has brought in 2022. */
    public static JobResult result(WirePrivateDataAdded wire) {
        List<AddedRow> rows = wire.datasetDataInfo().stream()
                .map(row -> new AddedRow(row.dataHash(), row.title(), null))
                .toList();
        return new JobResult(rows, List.of(), List.of(), rows.size(), 0, 0);
    }

    private static List<String> errors(WireUploadJobState wire, UnaryOperator<String> clean) {
        return present(wire.errors()).stream().map(clean).toList();
    }

    private static List<UnitError> unitErrors(WireUploadJobState wire, UnaryOperator<String> clean) {
        return present(wire.dataUnitErrors()).stream()
                .map(unit -> new UnitError(
                        present(unit.objectUrls()),
                        unit.error() == null ? null : clean.apply(unit.error()),
                        unit.subtaskUuid(),
                        unit.actionDescription()))
                .toList();
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static int count(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    /** The state of a re-encode task. */
    public static ReEncodeResult reEncoding(long taskNumber, WireReEncodeState wire) {
        String taskId = Long.toString(taskNumber);
        List<WireReEncodedVideo> videos = wire.result() == null ? List.of() : wire.result();
        String status = wire.status().value();
        return switch (status) {
            case "DONE" ->
                new ReEncodeResult.Done(taskId, videos.stream().map(Jobs::video).toList());
            case "ERROR" -> new ReEncodeResult.Failed(taskId);
            default -> new ReEncodeResult.Submitted(taskId, status);
        };
    }

    /** The same as an outcome. */
    public static Outcome<ReEncodeResult> outcome(ReEncodeResult result) {
        String id = result.taskId();
        if (result instanceof ReEncodeResult.Submitted submitted) {
            return new Outcome.Pending<>(id, submitted.status());
        }
        return result instanceof ReEncodeResult.Failed
                ? new Outcome.Failed<>(new OperationFailedException(id, List.of(), List.of()))
                : new Outcome.Done<>(result);
    }

    private static ReEncodedVideo video(WireReEncodedVideo wire) {
        return new ReEncodedVideo(wire.dataHash(), wire.signedUrl().value(), wire.bucketPath());
    }

    /** The texts of one image. */
    public static OcrResult texts(WireOcrEntry wire) {
        WireOcrTexts texts = wire.processedTexts();
        List<WireOcrText> found = texts == null ? List.of() : present(texts.ocrTexts());
        return new OcrResult(found.stream().map(Jobs::text).toList());
    }

    private static OcrResult.OcrText text(WireOcrText wire) {
        return new OcrResult.OcrText(wire.text(), wire.boundingBox() == null ? null : box(wire.boundingBox()));
    }

    /** A rectangle that lacks a side is none. */
    private static OcrResult.@Nullable BoundingBox box(WireBoundingBox wire) {
        Double x = wire.x();
        Double y = wire.y();
        Double w = wire.w();
        Double h = wire.h();
        return x == null || y == null || w == null || h == null ? null : new OcrResult.BoundingBox(x, y, w, h);
    }
}
