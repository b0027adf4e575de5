package io.encord4j.internal.workflow;

import io.encord4j.ErrorDetails;
import io.encord4j.MalformedAnswerException;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.upload.Sending;
import io.encord4j.internal.upload.StorageHeaders;
import io.encord4j.wire.model.WirePresignedUrl;
import io.encord4j.wire.model.WireStorageItemType;
import java.util.ArrayList;
import java.util.List;

/** Sending as it is in 2026: signed URLs in batches, and nothing registered before a job takes all of it in. */
record PlatformSending(DatasetContext context, WireStorageItemType type) implements Sending<String, String> {

    @Override
    public List<Target<String>> targets(List<LocalFile> files) {
        List<WirePresignedUrl> urls = context.transport()
                .execute(context.rest().getPresignedUrls(files.size(), type))
                .results();
        if (urls.size() != files.size()) {
            throw new MalformedAnswerException(
                    ErrorDetails.of("%d signed URLs were asked for, and %d came.".formatted(files.size(), urls.size())),
                    null);
        }
        List<Target<String>> targets = new ArrayList<>();
        for (WirePresignedUrl url : urls) {
            targets.add(new Target<>(url.signedUrl(), url.objectKey()));
        }
        return targets;
    }

    @Override
    public StorageHeaders headers(LocalFile file) {
        if (type.equals(WireStorageItemType.IMAGE)) {
            return StorageHeaders.of2026(StorageHeaders.imageType(file.name()));
        }
        return StorageHeaders.of2026(
                type.equals(WireStorageItemType.DICOM_FILE) ? "application/dicom" : "application/octet-stream");
    }

    @Override
    public String sent(LocalFile file, String objectKey) {
        return objectKey;
    }
}
