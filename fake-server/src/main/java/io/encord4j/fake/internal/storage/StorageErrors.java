package io.encord4j.fake.internal.storage;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.storage.UrlCheck.Grant;
import io.encord4j.fake.internal.storage.UrlCheck.Mismatch;
import java.time.Instant;

/** The refusals of the storage, in the XML that cloud storages speak. */
public final class StorageErrors {

    private StorageErrors() {}

    /**
     * Refuses a URL that does not verify.
     *
     * @param mismatch what did not match
     * @return 403, or 404 for a path that is no object's
     */
    public static Answer refused(Mismatch mismatch) {
        return switch (mismatch.reason()) {
            case NO_SUCH_OBJECT -> error(404, "NoSuchKey", mismatch.detail());
            case UNSIGNED -> error(403, "AccessDenied", mismatch.detail());
            case SIGNATURE, METHOD -> error(403, "SignatureDoesNotMatch", mismatch.detail());
        };
    }

    /**
     * Refuses a URL whose time is over.
     *
     * @param grant the URL's content
     * @param now the world's time
     * @return 403
     */
    public static Answer expired(Grant grant, Instant now) {
        return error(
                403,
                "ExpiredToken",
                "Request has expired. The URL was good until " + grant.expires() + "; the time is " + now + ".");
    }

    /**
     * Refuses a URL as expired though it is not.
     *
     * @return 403
     */
    public static Answer expired() {
        return error(403, "ExpiredToken", "Request has expired.");
    }

    static Answer unknownWorld() {
        return error(404, "NoSuchBucket", "The world of this URL does not exist any more.");
    }

    static Answer refused(RefusedException refusal) {
        return switch (refusal.kind()) {
            case EXISTS -> error(409, "ObjectInUse", refusal.reason());
            default -> error(404, "NoSuchKey", refusal.reason());
        };
    }

    static Answer unsatisfiableRange(long size) {
        return error(416, "InvalidRange", "The object has " + size + " bytes.")
                .withHeader("Content-Range", "bytes */" + size);
    }

    static Answer diskFailure(DiskFailure failure) {
        return error(500, "InternalError", failure.getMessage() + " The reason: " + failure.getCause() + ".");
    }

    /**
     * Makes an error of the storage.
     *
     * @param status the HTTP status
     * @param code the storage's code for the error
     * @param message what happened
     * @return the answer
     */
    public static Answer error(int status, String code, String message) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>"
                + escape(message) + "</Message></Error>";
        return Answer.text(status, "application/xml; charset=utf-8", xml).failing(code, message);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
