package io.encord4j.internal.upload;

import io.encord4j.EncordException;
import io.encord4j.internal.upload.Sending.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of one batch go. The service is asked when the first of them is to be sent, so that no URL expires while it
 * waits for its turn; others who need one meanwhile wait for the same answer.
 *
 * @param <K> what comes with a signed URL
 */
final class TargetBatch<K> {
    private final List<LocalFile> files;
    private final Sending<K, ?> sending;
    private @Nullable List<Target<K>> targets;
    private @Nullable EncordException refusal;

    TargetBatch(List<LocalFile> files, Sending<K, ?> sending) {
        this.files = files;
        this.sending = sending;
    }

    /** The target of a file; what the service has refused once it is not asked for again. */
    synchronized Target<K> of(int index) {
        if (refusal != null) {
            throw refusal;
        }
        List<Target<K>> known = targets;
        if (known == null) {
            known = ask();
            targets = known;
        }
        return known.get(index);
    }

    private List<Target<K>> ask() {
        try {
            return sending.targets(files);
        } catch (EncordException e) {
            refusal = e;
            throw e;
        }
    }
}
