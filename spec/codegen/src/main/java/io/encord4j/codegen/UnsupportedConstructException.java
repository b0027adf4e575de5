package io.encord4j.codegen;

/**
 * The description holds something that the generator does not translate. The build stops rather than losing data; the
 * message names the place in the description and what to write instead.
 */
public final class UnsupportedConstructException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the construct.
     *
     * @param place where it stands, for example {@code #/components/schemas/DataRow/properties/title}
     * @param problem what is not translated, and what to write instead
     */
    public UnsupportedConstructException(String place, String problem) {
        super(place + ": " + problem);
    }
}
