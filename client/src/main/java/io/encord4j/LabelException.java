package io.encord4j;

/**
 * A token about labels. Dataset operations do not answer with it; it is here so that nothing the server says stays
 * untyped.
 */
public abstract sealed class LabelException extends ServerException {

    LabelException(ErrorDetails details) {
        super(details);
    }

    /** {@code ANSWER_DICTIONARY_ERROR}. */
    public static final class AnswerDictionary extends LabelException {

        /**
         * Creates the error.
         *
         * @param details what is known about the failure
         */
        public AnswerDictionary(ErrorDetails details) {
            super(details);
        }
    }

    /** {@code CORRUPTED_LABEL_ERROR}. */
    public static final class CorruptedLabel extends LabelException {

        /**
         * Creates the error.
         *
         * @param details what is known about the failure
         */
        public CorruptedLabel(ErrorDetails details) {
            super(details);
        }
    }

    /** {@code FEATURE_DOES_NOT_EXIST_ERROR}. */
    public static final class FeatureDoesNotExist extends LabelException {

        /**
         * Creates the error.
         *
         * @param details what is known about the failure
         */
        public FeatureDoesNotExist(ErrorDetails details) {
            super(details);
        }
    }

    /** {@code MULTI_LABEL_LIMIT_ERROR}. */
    public static final class MultiLabelLimit extends LabelException {

        /** The limit that the server named. */
        private final int maximumLabelsAllowed;

        /**
         * Creates the error.
         *
         * @param details what is known about the failure
         * @param maximumLabelsAllowed the limit that the server named
         */
        public MultiLabelLimit(ErrorDetails details, int maximumLabelsAllowed) {
            super(details);
            this.maximumLabelsAllowed = maximumLabelsAllowed;
        }

        /**
         * How many labels one call may ask for.
         *
         * @return the limit, 100 if the server named none
         */
        public int maximumLabelsAllowed() {
            return maximumLabelsAllowed;
        }
    }
}
