package io.encord4j.fake;

/** The kinds of refusals, named after what the platform means; each dialect of the wire has its own words for them. */
public enum RefusalKind {
    /** Nobody with this credential is known. */
    NOT_AUTHENTICATED,
    /** The SSH key belongs to nobody. */
    SSH_KEY_NOT_FOUND,
    /** The SSH key belongs to somebody else. */
    DUPLICATE_SSH_KEY,
    /** The caller has no access to the thing. */
    NOT_AUTHORISED,
    /** The API key lacks the scope. */
    SCOPE_MISSING,
    /** There is no such thing. */
    NOT_FOUND,
    /** The thing is there already. */
    EXISTS,
    /** The bytes are of a type that the platform does not take. */
    FILE_TYPE,
    /** The file is larger than the platform takes. */
    FILE_SIZE,
    /** Bytes cannot be sent to a dataset of this type. */
    UPLOAD_NOT_SUPPORTED,
    /** A date cannot be read. */
    INVALID_DATE,
    /** The arguments make no sense. */
    INVALID_ARGUMENTS,
    /** The platform failed and does not say why. */
    UNKNOWN
}
