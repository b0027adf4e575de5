package io.encord4j;

/** A setting other than a credential is missing, contradicts another one, or has a value that cannot be used. */
public final class InvalidSettingException extends ConfigurationException {

    /** Which setting. */
    private final String setting;

    /**
     * Creates the error.
     *
     * @param setting the name of the setting, or of the environment variable
     * @param problem what is wrong with it, in a sentence
     * @param remedy what to do about it, in a sentence
     */
    public InvalidSettingException(String setting, String problem, String remedy) {
        super(ErrorDetails.of(problem).withRemedy(remedy), null);
        this.setting = setting;
    }

    /**
     * Which setting.
     *
     * @return its name
     */
    public String setting() {
        return setting;
    }
}
