package io.encord4j;

import org.jspecify.annotations.Nullable;

/** A client cannot be made from what it was given: a setting, or the environment. Nothing was sent. */
public abstract sealed class ConfigurationException extends EncordException
        permits CredentialException, InvalidSettingException {

    ConfigurationException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}
