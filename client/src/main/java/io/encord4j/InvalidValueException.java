package io.encord4j;

/** An argument, an option or an environment variable is missing, has a value that cannot be used, or contradicts another one. */
public final class InvalidValueException extends InputException {
    /** What has the value. */
    private final String name;

    /**
     * Creates the error.
     *
     * @param name the name of the parameter, the option or the environment variable
     * @param problem what is wrong with it, in a sentence
     * @param remedy what to do about it, in a sentence
     */
    public InvalidValueException(String name, String problem, String remedy) {
        super(ErrorDetails.of(problem).withRemedy(remedy), null);
        this.name = name;
    }

    /**
     * Creates the error for a value outside of its range.
     *
     * @param name the name of the parameter, the option or the environment variable
     * @param value the value; never a secret
     * @param range what the value must be, such as {@code at least 1}
     * @return the error
     */
    public static InvalidValueException outOfRange(String name, Object value, String range) {
        return new InvalidValueException(name, "The " + name + " is " + value + ".", "It must be " + range + ".");
    }

    /**
     * What has the value.
     *
     * @return the name of the parameter, the option or the environment variable
     */
    public String name() {
        return name;
    }
}
