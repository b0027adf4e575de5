package io.encord4j;

/** The feature does not exist in the generation of the service that the credential of the client uses. */
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
        super(
                ErrorDetails.of(feature + " is not available with this credential.")
                        .withRemedy(remedy),
                null);
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
