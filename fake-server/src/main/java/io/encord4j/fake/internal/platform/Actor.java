package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.ApiKey;
import io.encord4j.fake.internal.platform.model.User;

/** Who asks for something. */
public sealed interface Actor {

    /** A user, known by SSH key or bearer token. */
    record Person(User user) implements Actor {}

    /** Whoever holds an API key. Scopes are checked by the caller, who knows the operation. */
    record KeyHolder(ApiKey key) implements Actor {}
}
