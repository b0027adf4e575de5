package io.encord4j.internal.workflow;

import io.encord4j.CloudDownloadException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The signed URL of one download, and where the next one comes from when it has expired. */
final class SignedSource {
    private static final int FORBIDDEN = 403;

    private final @Nullable Supplier<String> sign;
    private String url;
    private long renewedAt = -1;

    SignedSource(String url, @Nullable Supplier<String> sign) {
        this.url = url;
        this.sign = sign;
    }

    String url() {
        return url;
    }

    /**
     * Asks for another URL where the last one was refused, as those are that have expired.
     *
     * @param refusal why the last one did not do
     * @param written how much it gave; a second refusal without any bytes between is not the age of the URL
     * @throws CloudDownloadException the refusal, if another URL would not help
     */
    void renew(CloudDownloadException refusal, long written) {
        Integer status = refusal.httpStatus();
        if (sign == null || status == null || status != FORBIDDEN || renewedAt == written) {
            throw refusal;
        }
        renewedAt = written;
        url = SignedUrls.ofService(sign.get());
    }
}
