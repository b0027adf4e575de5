package io.encord4j;

/** A signed URL of the cloud storage did not do its work. Neither the URL nor its query appears in the error. */
public abstract sealed class CloudStorageException extends EncordException
        permits CloudDownloadException, CloudUploadException {

    CloudStorageException(ErrorDetails details) {
        super(details, null);
    }
}
