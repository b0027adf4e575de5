package io.encord4j;

/** The credential of the client opens a generation of the service that has no such feature. */
public final class UnsupportedFeatureException extends InputException {
    /** What was asked for. */
    private final String feature;

    /**
     * Creates the error.
     *
     * @param feature what was asked for, as the subject of a sentence
     * @param remedy what to do instead, in a sentence
     */
    public UnsupportedFeatureException(String feature, String remedy) {
        super(ErrorDetails.of(feature + " cannot be had with this credential.").withRemedy(remedy), null);
        this.feature = feature;
    }

    /**
     * What was asked for.
     *
     * @return the feature in words
     */
    public String feature() {
        return feature;
    }
}
