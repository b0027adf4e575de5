package io.encord4j;

/**
 * A token about model weights and detection. Dataset operations do not answer with it; it is here so that nothing
 * the server says stays untyped.
 */
public abstract sealed class ModelException extends ServerException {

    ModelException(ErrorDetails details) {
        super(details);
    }

    /** {@code MODEL_WEIGHTS_INCONSISTENT_ERROR}. */
    public static final class WeightsInconsistent extends ModelException {

        /**
         * Creates the error.
         *
         * @param details what is known about the failure
         */
        public WeightsInconsistent(ErrorDetails details) {
            super(details);
        }
    }

    /** {@code MODEL_FEATURES_INCONSISTENT_ERROR}. */
    public static final class FeaturesInconsistent extends ModelException {

        /**
         * Creates the error.
         *
         * @param details what is known about the failure
         */
        public FeaturesInconsistent(ErrorDetails details) {
            super(details);
        }
    }

    /** {@code DETECTION_RANGE_INVALID_ERROR}. */
    public static final class DetectionRangeInvalid extends ModelException {

        /**
         * Creates the error.
         *
         * @param details what is known about the failure
         */
        public DetectionRangeInvalid(ErrorDetails details) {
            super(details);
        }
    }
}
